/** The last period against what the past lets one expect. */
import { latestNumbers } from '../../../analysis/derive/outlook.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { sameColumns } from '../../superseding.ts'
import { detectLatest } from './detect.ts'
import { drawLatest } from './draw.ts'
import { names } from './names.ts'
import { sayLatest } from './say.ts'
import { words } from './words/index.ts'

function isOfSamePeriod(own: Ranked, other: Ranked): boolean {
  const [place, at] = [own.statement.location, other.statement.location]
  const subspace = JSON.stringify(own.statement.subspace ?? {}) === JSON.stringify(other.statement.subspace ?? {})
  return sameColumns(own, other) && subspace && place === at
}

/** A period out of line with all others, and a step at the end, say the same of it and more. */
function saysOfSamePeriod(own: Ranked, other: Ranked): boolean {
  const says = other.statement.type === 'time_outlier' || other.statement.type === 'level_shift'
  return says && other.class === 'finding' && isOfSamePeriod(own, other)
}

/** What is found need not be told again as worth a look. */
function isFoundBefore(own: Ranked, lead: Ranked): boolean {
  const repeats = own.class === 'finding' && lead.class === 'lead' && lead.statement.type === 'time_outlier'
  return repeats && isOfSamePeriod(own, lead)
}

export const latestVsExpected = defineKind({
  type: 'latest_vs_expected',
  names,
  detectors: [detectLatest],
  chapter: 'exceptions',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayLatest,
  claims: ({ direction, details }) => [
    ...(direction === 'down'
      ? ([
          { claim: 'above', greater: 'expected', less: 'value' },
          { claim: 'above', greater: 'low', less: 'value' },
        ] as const)
      : ([
          { claim: 'above', greater: 'value', less: 'expected' },
          { claim: 'above', greater: 'value', less: 'high' },
        ] as const)),
    { claim: 'observed', value: 'value', column: String(details.measure) },
  ],
  picture: { name: 'latest', draw: drawLatest, seenIn: ['outlier'] },
  derivations: { latest_vs_expected: latestNumbers },
  twins: 'extreme',
  superseded: {
    inAny: saysOfSamePeriod,
  },
  supersedes: isFoundBefore,
})
