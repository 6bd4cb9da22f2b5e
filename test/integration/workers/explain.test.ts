/** A mark of a chart explained from stored tables, every number recomputed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/shared/ask/answer.ts'
import type { QuestionOf } from '../../../src/shared/ask/question.ts'
import type { Condition } from '../../../src/shared/story/condition.ts'
import type { DeclaredFacts } from '../../../src/shared/story/declared-facts.ts'
import type { ProfiledTable } from '../../../src/shared/story/table.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { analyzeTimed } from '../../../src/workers/stages/analyze.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { ask } from '../../../src/workers/tasks/ask.ts'
import { vegaFolder } from '../../support/analysis.ts'

const defects: unknown[] = []
const context = { ...detachedContext(), defect: (defect: unknown) => void defects.push(defect) }
let folder = ''
let tables: ProfiledTable[] = []
const source = { path: '', name: 'movies.json', bytes: 0 }

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'explain-'))
  const file = `${vegaFolder}movies.json`
  const input = { source: { ...source, path: file }, kind: 'json' as const, notes: [], sheet: null, outputDir: folder }
  const converted = await convert(input, context)
  const request = { source, convertDir: folder, tables: converted.tables, seed: 1, outputDir: folder }
  tables = (await analyzeTimed({ ...request, depth: 'standard' }, context, [])).output.tables
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const equals = (column: string, value: string): Condition => ({ kind: 'compare', column, operator: '=', value })

function explained(more: Partial<QuestionOf<'explain'>>, declared: DeclaredFacts = {}): Promise<Answer> {
  const question: QuestionOf<'explain'> = {
    ...{ kind: 'explain', table: 'movies', where: null, change: null },
    amount: { kind: 'column', column: 'US Gross', aggregate: 'sum' },
    mark: equals('Distributor', 'Walt Disney Pictures'),
    ...more,
  }
  const asked = tables.map((table) => ({ ...table, declared }))
  return ask({ tables: asked, convertDir: folder, source, seed: 1, question, looked: { number: 1, found: 0 } }, context)
}

describe('a mark explained', () => {
  it('is its number, its parts, and the shares and averages that differ there', async () => {
    const { statements, isFound, notes } = await explained({})
    const forms = statements.map(({ insight }) => insight.details.form)
    expect(forms[0]).toBe('one')
    expect(forms.filter((form) => form === 'rank')).toHaveLength(2)
    const apart = statements.filter(({ insight }) => insight.details.form === 'apart')
    // Films for all ages are over-represented, counted by hand: 43 of the 232 with a rating.
    const shares = apart.filter(({ insight }) => insight.details.amount === 'share')
    expect(shares.map(({ insight }) => insight.details.share)).toContain('MPAA Rating is G')
    for (const { insight } of apart) {
      expect(insight.class).toBe('finding')
      expect(insight.test?.q).toBeGreaterThanOrEqual(insight.test?.p ?? 1)
      expect(insight.test?.q).toBeLessThanOrEqual(0.0304)
    }
    expect(isFound).toBe(true)
    expect(notes.join(' ')).toContain('differences were tested at once')
    expect(defects).toEqual([])
  })

  it('says so where no row is left, and where nothing differs', async () => {
    const none = await explained({ mark: equals('Distributor', 'Nobody') })
    expect([none.statements, none.notes, none.isTested]).toEqual([
      [],
      ['No row of the table stands behind this mark any more: the story was told of other rows.'],
      false,
    ])
    const all = await explained({ mark: { kind: 'missing', column: 'Title', negated: false } })
    expect(all.statements.filter(({ insight }) => insight.details.form === 'apart')).toEqual([])
  })

  it('goes through a change by its groups', async () => {
    const change = { time: 'Release Date', grain: 'year', earlier: '2001-01-01', later: '2002-01-01' } as const
    const mark: Condition = { kind: 'compare', column: 'Release Date', operator: '=', value: '2002' }
    const { statements, notes } = await explained({ mark, change })
    expect(statements.map(({ insight }) => insight.details.form)).toEqual(expect.arrayContaining(['course', 'moved']))
    expect(notes.join(' ')).toContain('not what brought it about')
  })

  it.each([
    [{ rows: 'population' }, 'The rows were declared to be all there are, so that nothing was tested.'],
    [{ rowsOf: 'Director' }, 'Rows belong together by Director, so that none was tested.'],
  ] as const)('tests nothing and infers nothing where the rows allow no test: %o', async (declared, why) => {
    const { statements, notes, isTested, level, isFound } = await explained({}, declared)
    expect([isTested, level, isFound]).toEqual([false, null, false])
    const apart = statements.filter(({ insight }) => insight.details.form === 'apart')
    expect(apart.length).toBeGreaterThan(0)
    for (const { insight, paragraph } of apart) {
      expect(insight.test).toBeUndefined()
      expect(insight.class).not.toBe('finding')
      expect(Object.keys(insight.evidence.values)).not.toEqual(expect.arrayContaining(['p']))
      expect(paragraph.text).not.toMatch(/chance|interval|p [<=]/)
    }
    expect(notes.join(' ')).toContain(why)
    expect(notes.join(' ')).not.toMatch(/tested at once|question/)
    expect(defects).toEqual([])
  })
})
