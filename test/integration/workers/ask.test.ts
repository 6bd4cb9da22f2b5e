/** Questions answered from stored tables, every number recomputed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/shared/ask/answer.ts'
import type { AskedTable } from '../../../src/shared/ask/table.ts'
import { understandIn } from '../../../src/shared/ask/understand.ts'
import type { ProfiledTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { analyzeTimed } from '../../../src/workers/stages/analyze.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { ask, askVocabulary } from '../../../src/workers/tasks/ask.ts'

const context = detachedContext()
let folder = ''
let tables: ProfiledTable[] = []
let vocabulary: AskedTable[] = []
const source = { path: '', name: 'orders.csv', bytes: 0 }

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ask-'))
  const file = path.join(folder, 'orders.csv')
  const regions = ['North', 'South', 'East']
  const lines = Array.from({ length: 730 }, (_, day) => {
    const date = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)
    const weekend = [0, 6].includes(new Date(date).getUTCDay())
    const amount = 100 + (day % 17) + (weekend ? 60 : 0) + (day >= 365 ? 10 : 0)
    return `${date},${regions[day % 3]},${amount},${day % 50 === 0 ? '' : (day % 7) + 1}`
  })
  writeFileSync(file, `order_date,region,amount,items\n${lines.join('\n')}\n`)
  const input = { source: { ...source, path: file }, kind: 'csv' as const, notes: [], sheet: null, outputDir: folder }
  const converted = await convert(input, context)
  const request = {
    source,
    convertDir: folder,
    tables: converted.tables,
    seed: 1,
    depth: 'standard' as const,
    outputDir: folder,
  }
  tables = (await analyzeTimed(request, context, [])).output.tables
  vocabulary = (await askVocabulary({ tables, convertDir: folder }, context)).tables
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function answered(text: string, number = 1): Promise<Answer> {
  const question = understandIn(text, vocabulary)?.question
  if (question === null || question === undefined) throw new Error(`not understood: ${text}`)
  return ask({ tables, convertDir: folder, source, seed: 1, question, looked: { number, found: 0 } }, context)
}

describe('an answer', () => {
  it('adds up by group, with a chart and its query', async () => {
    const { statements, notes } = await answered('revenue by region')
    expect(statements).toHaveLength(1)
    expect(statements[0]?.insight.evidence.values).toMatchObject({ groups: 3, n: 730 })
    expect(statements[0]?.chart?.spec.kind).toBe('bar')
    expect(statements[0]?.chart?.data.rows).toHaveLength(3)
    expect(notes).toEqual([])
  })

  it('compares parts of the week, and counts as a look', async () => {
    const { statements, isTested, isFound, notes } = await answered('compare weekend and weekday amount', 9)
    expect(isTested && isFound).toBe(true)
    expect(statements[0]?.insight.class).toBe('finding')
    expect(Number(statements[0]?.insight.evidence.values.difference)).toBeGreaterThan(55)
    expect(notes.join(' ')).toContain('question number 9')
  })

  it('finds what goes with a measure among the rows asked about, and says which these are', async () => {
    const all = await answered('what goes with amount')
    const north = await answered('what goes with amount where region = North')
    expect(all.statements.length).toBeGreaterThan(0)
    expect(north.statements.length).toBeGreaterThan(0)
    for (const { insight } of north.statements) expect(insight.n).toBeLessThanOrEqual(244)
    expect(north.notes.join(' ')).toContain('Only rows for which region is North were looked at')
    expect(all.notes.join(' ')).not.toContain('Only rows')
  })

  it('does not take a comparison that passes no test for a finding', async () => {
    const { statements, isTested, isFound, notes } = await answered('compare amount of North and South')
    expect([isTested, isFound]).toEqual([true, false])
    expect(statements[0]?.insight.class).toBe('fact')
    expect(notes.join(' ')).toContain('cannot be told apart')
  })

  it('gives rows, and says when a condition leaves none', async () => {
    expect((await answered('rows where items is empty')).rows?.total).toBe(15)
    const none = await answered('rows where amount > 900 and region = North')
    expect(none.rows?.total).toBe(0)
    expect(none.notes).toHaveLength(1)
    expect((await answered('average amount in 1999')).statements).toEqual([])
  })

  it('takes a change apart, and says when it went the other way', async () => {
    const { statements, notes } = await answered('why did the amount fall in 2024')
    expect(statements[0]?.insight.details.form).toBe('course')
    expect(statements.some(({ insight }) => insight.details.form === 'moved')).toBe(true)
    expect(notes.some((note) => note.includes('other way'))).toBe(true)
  })
})
