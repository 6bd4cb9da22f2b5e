/** Two conditions that tell more together than either, or both added up. */
import { keyedContrastNumbers } from '../../../analysis/derive/keyed-contrast.ts'
import { segmentCheckNumbers, segmentNumbers } from '../../../analysis/derive/segment.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectSegment } from './detect.ts'
import { drawSegment } from './draw.ts'
import { names } from './names.ts'
import { saySegment } from './say.ts'
import { words } from './words/index.ts'

/** Where one condition alone makes a difference as well, how much it makes in either case says more than one corner of it. */
function isCornerOf(own: Ranked, other: Ranked): boolean {
  const { columns, details } = own.statement
  if (other.statement.type !== 'interaction' || other.table !== own.table || details.alone === true) return false
  return columns.every((column) => other.statement.columns.includes(column))
}

/** A difference of which nothing is left where the other condition does not hold: it is that of the segment, watered down. */
function makesUp(own: Ranked, other: Ranked): boolean {
  const { columns, details, subspace = {} } = own.statement
  if (own.class !== 'finding' || other.table !== own.table || details.alone !== true) return false
  const [first = '', second = '', outcome = ''] = columns
  const theirs = other.statement
  switch (theirs.type) {
    case 'group_difference':
    case 'rate_difference': {
      const [dimension = '', measure] = theirs.columns
      const isCondition = dimension === first || dimension === second
      return isCondition && measure === outcome && theirs.location === subspace[dimension]
    }
    case 'interaction': {
      const { first: by, second: within, group, level, measure } = theirs.details
      return measure === outcome && subspace[String(by)] === group && subspace[String(within)] === level
    }
    default:
      return false
  }
}

export const segment = defineKind({
  type: 'segment',
  names,
  detectors: [detectSegment],
  chapter: 'differences',
  words,
  contrary: 'difference',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'g', least: 0.8 },
  say: saySegment,
  claims: ({ direction, details }) => [
    direction === 'lower'
      ? { claim: 'above', greater: 'rest', less: 'inside' }
      : { claim: 'above', greater: 'inside', less: 'rest' },
    direction === 'lower'
      ? { claim: 'above', greater: 'first_only', less: 'inside' }
      : { claim: 'above', greater: 'inside', less: 'first_only' },
    direction === 'lower'
      ? { claim: 'above', greater: 'second_only', less: 'inside' }
      : { claim: 'above', greater: 'inside', less: 'second_only' },
    { claim: 'direction', value: 'difference' },
    ...(details.measure === null
      ? []
      : ([{ claim: 'observed', value: 'inside', column: String(details.measure) }] as const)),
  ],
  picture: { name: 'segment', draw: drawSegment },
  derivations: {
    segment: segmentNumbers,
    segment_check: segmentCheckNumbers,
    keyed_contrast: keyedContrastNumbers,
  },
  twins: 'columns',
  inferred: ['difference_low', 'difference_high', 'p'],
  superseded: { inClass: isCornerOf },
  supersedes: makesUp,
})
