/** A measure that differs between groups. */
import { blockedGroupNumbers } from '../../../analysis/derive/blocked-groups.ts'
import { groupDifferenceNumbers, kruskalWallisNumbers } from '../../../analysis/derive/groups.ts'
import { keyedContrastNumbers } from '../../../analysis/derive/keyed-contrast.ts'
import { keyedGroupNumbers } from '../../../analysis/derive/keyed-groups.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { overTime } from '../correlation/detect.ts'
import { detectGroupDifference } from './detect.ts'
import { drawGroupDifference } from './draw.ts'
import { names } from './names.ts'
import { sayGroupDifference } from './say.ts'
import { words } from './words/index.ts'

/** A measure with few values, compared as groups, says again what its correlation says, or the rates of what is compared. */
function saysAsCorrelation(own: Ranked, other: Ranked): boolean {
  return (
    (other.statement.type === 'correlation' || other.statement.type === 'rate_difference') &&
    other.table === own.table &&
    // But for the measures of which it holds likewise.
    own.statement.columns.slice(0, 2).every((column) => other.statement.columns.includes(column))
  )
}

export const groupDifference = defineKind({
  type: 'group_difference',
  names,
  detectors: [detectGroupDifference],
  chapter: 'differences',
  words,
  contrary: 'difference',
  soughtFor: (language) => words.in(language).soughtFor,
  large: { value: 'hedges_g', least: 0.8 },
  say: sayGroupDifference,
  claims: ({ direction, details }) => [
    direction === 'lower'
      ? { claim: 'above', greater: 'rest_mean', less: 'best_mean' }
      : { claim: 'above', greater: 'best_mean', less: 'rest_mean' },
    { claim: 'direction', value: 'difference' },
    { claim: 'observed', value: 'best_mean', column: String(details.measure) },
    { claim: 'observed', value: 'worst_mean', column: String(details.measure) },
  ],
  picture: { name: 'groups', draw: drawGroupDifference },
  derivations: {
    group_difference: groupDifferenceNumbers,
    kruskal_wallis: kruskalWallisNumbers,
    keyed_group_difference: keyedGroupNumbers,
    blocked_group_difference: blockedGroupNumbers,
    keyed_contrast: keyedContrastNumbers,
  },
  twins: 'columns',
  inferred: ['difference_low', 'difference_high', 'p'],
  ofRows: true,
  likewise: 'measure',
  superseded: { inClass: saysAsCorrelation },
  comparesMeasure: true,
  compares: ({ details }, schema) => {
    const dimension = schema.dimensions.find(({ column }) => column.name === details.dimension)
    const measure = schema.measures.find(({ column }) => column.name === details.measure)
    // Rows of a series or panel repeat each other: no interval within levels would mean what it says.
    if (dimension === undefined || measure === undefined || overTime(schema)) return null
    return { kind: 'means', dimension, measure, group: String(details.best) }
  },
})
