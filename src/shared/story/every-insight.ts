/** All statements of a story, of whatever section. */
import type { Insight } from './insight.ts'

/** A story, a summary of one or a part of its making: whatever holds statements in their four lists. */
export interface Statements<One> {
  readonly findings: readonly One[]
  readonly facts: readonly One[]
  readonly leads: readonly One[]
  readonly quality: readonly One[]
}

/** In the order in which statements are listed with their evidence: what was found, what is so, what to look into, the state of the data. */
export function everyInsight<One>({ findings, facts, leads, quality }: Statements<One>): One[] {
  return [...findings, ...facts, ...leads, ...quality]
}

export function insightsById(story: Statements<Insight>): ReadonlyMap<string, Insight> {
  return new Map(everyInsight(story).map((insight) => [insight.id, insight]))
}
