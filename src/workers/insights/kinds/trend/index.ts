/** A series that rises or falls over its whole length. */
import { trendNumbers } from '../../../analysis/derive/series.ts'
import { defineKind } from '../../kind.ts'
import type { Ranked } from '../../ranked.ts'
import { detectTrend } from './detect.ts'
import { drawTrend } from './draw.ts'
import { names } from './names.ts'
import { sayTrend } from './say.ts'
import { words } from './words/index.ts'

/** What may have risen for good did rise, as a fact says already: to tell both would take back with one what the other says. */
function isOnlyDoubt(own: Ranked, other: Ranked): boolean {
  const [doubt, fact] = [own.statement, other.statement]
  return (
    own.class === 'lead' &&
    other.class === 'fact' &&
    fact.type === 'change_decomposition' &&
    own.table === other.table &&
    doubt.direction === fact.direction &&
    doubt.details.measure === fact.details.measure &&
    JSON.stringify(doubt.subspace ?? {}) === JSON.stringify(fact.subspace ?? {})
  )
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
  superseded: { inAny: isOnlyDoubt },
})
