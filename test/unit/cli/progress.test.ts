/** What the command line tells while it works: to people, and to programs. */
import { describe, expect, it } from 'vitest'
import { runningAt } from '../../../dev/gallery/sample-jobs.ts'
import { type ProgressForm, showProgress } from '../../../src/cli/progress.ts'
import type { EngineEvent } from '../../../src/shared/contract/events.ts'
import { type FirstFacts, factsOfNamed } from '../../../src/shared/story/first-facts.ts'

const job = runningAt('one', 'analyze', 0.5)
const counted: FirstFacts = { tables: [factsOfNamed('sales', ['day', 'revenue'], 1_095)], moreTables: 0 }
const lookedAt: FirstFacts = {
  tables: [
    {
      ...factsOfNamed('sales', ['day', 'revenue'], 1_095),
      roles: { time: 1, measure: 1 },
      period: { column: 'day', from: '2022-01-01', to: '2024-12-31' },
      measures: [{ column: 'revenue', format: null, n: 1_095, min: 0, max: 8913.4, median: 207, q1: 131.2, q3: 302.4 }],
    },
  ],
  moreTables: 0,
}
const events: readonly EngineEvent[] = [
  { name: 'job/changed', payload: { job } },
  { name: 'job/facts', payload: { id: 'one', facts: counted } },
  { name: 'job/facts', payload: { id: 'another', facts: lookedAt } },
  { name: 'job/facts', payload: { id: 'one', facts: lookedAt } },
  { name: 'job/facts', payload: { id: 'one', facts: lookedAt } },
]

function told(form: ProgressForm, isTTY = false): string {
  let text = ''
  const engine = {
    subscribe: (listener: (event: EngineEvent) => void) => {
      for (const event of events) listener(event)
      return () => undefined
    },
  }
  const target = { isTTY, columns: 200, write: (more: string) => (text += more) }
  showProgress(engine, new Set(['one']), target, form)()
  return text
}

describe('progress', () => {
  it('tells people once what is known of a table, when its columns have been looked at', () => {
    const lines = told('text')
      .split('\n')
      .filter((line) => line.includes('1,095'))
    expect(lines).toEqual([
      'harbour-cafe-sales.csv: 1,095 rows, 2 columns; day from 1 January 2022 to 31 December 2024; revenue mostly 131 to 302 (0 to 8,913.4)',
    ])
    expect(told('text', true).match(/1,095 rows/g)).toHaveLength(1)
  })

  it('tells programs every event of the jobs they asked for, as JSON', () => {
    const lines = told('json').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { event: 'job/changed', job },
      { event: 'job/facts', id: 'one', facts: counted },
      { event: 'job/facts', id: 'one', facts: lookedAt },
      { event: 'job/facts', id: 'one', facts: lookedAt },
    ])
  })
})
