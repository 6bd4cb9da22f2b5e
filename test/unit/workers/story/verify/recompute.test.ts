/** Values recomputed from what the queries of an insight give. */
import { StatementType } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../../../src/shared/failure/failure.ts'
import type { Insight } from '../../../../../src/shared/story/insight.ts'
import { note } from '../../../../../src/shared/story/note.ts'
import { detachedContext } from '../../../../../src/workers/runtime/context.ts'
import type { Database } from '../../../../../src/workers/runtime/duckdb/database.ts'
import { DuckdbSource } from '../../../../../src/workers/source/duckdb/source.ts'
import { StoredSource } from '../../../../../src/workers/source/duckdb/stored-tables.ts'
import { QueryRunner, recompute } from '../../../../../src/workers/story/verify/recompute.ts'

const noSuchTable = note('tables.asSaid', { text: 'no such table' })

type Answer = Readonly<Record<string, unknown[]>> | Error

/** Answers queries by their text, without a database. */
function answering(answers: Readonly<Record<string, Answer>>): QueryRunner {
  const columns = (sql: string): Promise<Readonly<Record<string, unknown[]>>> => {
    const answer = answers[sql] ?? new Error(`no such query: ${sql}`)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  return { columns } as unknown as QueryRunner
}

function insightWith(evidence: Partial<Insight['evidence']>): Insight {
  return { evidence: { sql: [], values: {}, derived: {}, ...evidence } } as unknown as Insight
}

async function recomputed(evidence: Partial<Insight['evidence']>, answers: Readonly<Record<string, Answer>>) {
  return Object.fromEntries(await recompute(insightWith(evidence), answering(answers)))
}

describe('a value that stands in a query', () => {
  it('is that of the only row', async () => {
    const result = await recomputed({ sql: ['one'], values: { total: 1, n: 2 } }, { one: { total: [5n], n: [2] } })
    expect(result).toEqual({ total: { outcome: 'value', value: 5 }, n: { outcome: 'value', value: 2 } })
  })

  it.each([
    ['several rows', [5, 6]],
    ['several rows that are alike', [5, 5]],
    ['no row', []],
  ])('is not taken from %s', async (_, column) => {
    const { total } = await recomputed({ sql: ['one'], values: { total: 5 } }, { one: { total: column } })
    expect(total).toEqual({
      outcome: 'impossible',
      why: note('verification.notGiven'),
    })
  })

  it('is taken from the first query that gives it in a single row', async () => {
    const answers = { many: { total: [1, 2] }, other: { n: [3] }, one: { total: [4] }, later: { total: [9] } }
    const { total } = await recomputed({ sql: ['many', 'other', 'one', 'later'], values: { total: 4 } }, answers)
    expect(total).toEqual({ outcome: 'value', value: 4 })
  })

  it('is found beside a query that failed, and otherwise the failure says why there is none', async () => {
    const evidence = { sql: ['broken', 'one'], values: { total: 4, n: 1 } }
    const result = await recomputed(evidence, { broken: new Error('no such table'), one: { total: [4] } })
    expect(result).toEqual({
      total: { outcome: 'value', value: 4 },
      n: { outcome: 'impossible', why: noSuchTable },
    })
  })

  it('says why a query failed also where another before it went well', async () => {
    const evidence = { sql: ['one', 'broken'], values: { total: 4 } }
    const { total } = await recomputed(evidence, { one: { n: [1] }, broken: new Error('no such table') })
    expect(total).toEqual({ outcome: 'impossible', why: noSuchTable })
  })

  it('is not a letter of the error of a query that failed, whatever its name', async () => {
    const result = await recomputed({ sql: ['broken'], values: { 0: 1 } }, { broken: new Error('no such table') })
    expect(result).toEqual({ 0: { outcome: 'impossible', why: noSuchTable } })
  })

  it('is missing, not wrong, when the query has no such column', async () => {
    const { total } = await recomputed({ sql: ['one'], values: { total: 4 } }, { one: { n: [1] } })
    expect(total).toMatchObject({ outcome: 'impossible', why: note('verification.notGiven') })
  })
})

describe('a value that a function derives', () => {
  const correlation = (query: number, columns = ['x', 'y']) => ({
    sql: ['pairs'],
    values: { rho: 1 },
    derived: { rho: { function: 'correlation', query, columns, parameters: {}, result: 'rho' } },
  })

  it('comes from the columns of its query', async () => {
    const pairs = { x: [1, 2, 3, 4, 5], y: [2, 4, 6, 8, 10] }
    expect(await recomputed(correlation(0), { pairs })).toEqual({ rho: { outcome: 'value', value: 1 } })
  })

  it('is impossible where its query is not there, has failed, or gives no such column', async () => {
    const why = async (evidence: ReturnType<typeof correlation>, answer: Answer): Promise<unknown> => {
      const { rho } = await recomputed(evidence, { pairs: answer })
      return rho?.outcome === 'impossible' ? rho.why : rho
    }
    const pairs = { x: [1, 2, 3, 4, 5], y: [2, 4, 6, 8, 10] }
    expect(await why(correlation(7), pairs)).toEqual(note('verification.noSuchQuery', { query: 7 }))
    expect(await why(correlation(0), new Error('no such table'))).toEqual(noSuchTable)
    expect(await why(correlation(0, ['x', 'z']), pairs)).toMatchObject({
      code: 'tables.asSaid',
      given: { text: expect.any(String) },
    })
  })
})

describe('being cancelled', () => {
  it('is no failure of a query: it goes on up', async () => {
    const cancelled = recomputed({ sql: ['one'], values: { total: 4 } }, { one: new CancelledError() })
    await expect(cancelled).rejects.toBeInstanceOf(CancelledError)
  })
})

describe('a runner of queries', () => {
  /** Remembers which queries were run; any that begins with `select` is one. */
  function databaseOf(ran: string[]): Database {
    const extractStatements = async (sql: string) => ({
      count: 1,
      prepare: async () => ({
        statementType: sql.startsWith('select') ? StatementType.SELECT : StatementType.DROP,
        destroySync: () => undefined,
      }),
    })
    const columns = async (sql: string) => {
      ran.push(sql)
      return { n: [ran.length] }
    }
    const guarded = (work: () => Promise<unknown>): Promise<unknown> => work()
    return { guarded, columns, connection: { extractStatements } } as unknown as Database
  }

  const storedSource = (ran: string[]) => new StoredSource(new DuckdbSource(databaseOf(ran), detachedContext()))

  it('runs each text once, however often it is asked for', async () => {
    const ran: string[] = []
    const runner = new QueryRunner(storedSource(ran))
    expect(await Promise.all([runner.columns('select 1'), runner.columns('select 1')])).toEqual([
      { n: [1] },
      { n: [1] },
    ])
    expect(await runner.columns('select 1')).toEqual({ n: [1] })
    expect(await runner.columns('select 2')).toEqual({ n: [2] })
    expect(ran).toEqual(['select 1', 'select 2'])
  })

  it('runs nothing that does more than read', async () => {
    const ran: string[] = []
    await expect(new QueryRunner(storedSource(ran)).columns('drop table sales')).rejects.toThrow()
    expect(ran).toEqual([])
  })
})
