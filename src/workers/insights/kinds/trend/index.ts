/** A series that rises or falls over its whole length. */
import { trendNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { leastRank } from '../../superseding.ts'
import { detectTrend } from './detect.ts'
import { drawTrend } from './draw.ts'
import { names } from './names.ts'
import { sayTrend } from './say.ts'
import { words } from './words/index.ts'

/** Whether a change, as a fact, is that of the same measure in the same direction. */
function isItsChange({ statement: own, table }: Ranked, other: Ranked): boolean {
  const fact = other.statement
  return (
    other.class === 'fact' &&
    fact.type === 'change_decomposition' &&
    table === other.table &&
    own.direction === fact.direction &&
    own.details.measure === fact.details.measure &&
    JSON.stringify(own.subspace ?? {}) === JSON.stringify(fact.subspace ?? {})
  )
}

/**
 * Of two that say one thing one is told. What may have risen for good did rise, as a fact says already: to tell both would
 * take back with one what the other says. And a course that ranks far below the change from the same first year to the same
 * last adds hardly more than a second picture of it.
 */
function isSaidAsChange(own: Ranked, other: Ranked): boolean {
  if (!isItsChange(own, other)) return false
  if (own.class === 'lead') return true
  const ends = [own, other].map(({ statement: { details } }) => [details.from, details.to].map(yearOf).join())
  return ends[0] === ends[1] && own.score < leastRank * other.score
}

function yearOf(period: unknown): string {
  return String(period).slice(0, 4)
}

export const trend = defineKind({
  type: 'trend',
  names,
  detectors: [detectTrend],
  chapter: 'change',
  words,
  contrary: 'course',
  soughtFor: (language) => words.in(language).soughtFor,
  large: null,
  say: sayTrend,
  claims: ({ direction, details }) => [
    direction === 'down'
      ? { claim: 'above', greater: 'first_level', less: 'last_level' }
      : { claim: 'above', greater: 'last_level', less: 'first_level' },
    direction === 'down'
      ? { claim: 'above', greater: 'step_before', less: 'step_after' }
      : { claim: 'above', greater: 'step_after', less: 'step_before' },
    { claim: 'direction', value: 'slope_per_period' },
    { claim: 'observed', value: 'first_level', column: String(details.measure) },
    { claim: 'observed', value: 'last_level', column: String(details.measure) },
  ],
  picture: { name: 'trend', draw: drawTrend },
  derivations: { trend: trendNumbers },
  twins: 'course',
  inferred: ['slope_low', 'slope_high', 'p'],
  yieldsToChange: true,
  superseded: { inAny: isSaidAsChange },
})
