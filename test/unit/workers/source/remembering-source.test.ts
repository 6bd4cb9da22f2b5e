/** What is asked again is answered from memory, unless it is large, has failed or is asked of other rows. */
import { describe, expect, it } from 'vitest'
import { duckdbDialect } from '../../../../src/workers/source/duckdb/dialect.ts'
import { RememberingSource } from '../../../../src/workers/source/remembering-source.ts'
import type { TableSource } from '../../../../src/workers/source/table-source.ts'

/** Answers with how often it was asked, in as many rows as the query says. */
function counting() {
  let asked = 0
  const unused = () => Promise.reject(new Error('not asked in these tests'))
  const source: TableSource = {
    dialect: duckdbDialect,
    relation: (table) => table,
    rows: unused,
    row: unused,
    numbers: unused,
    keep: unused,
    columns: (sql) => {
      asked++
      const rows = Number(sql)
      return Number.isNaN(rows) ? Promise.reject(new Error(sql)) : Promise.resolve({ n: Array(rows).fill(asked) })
    },
    withStandIn: (_table, _sql, work) => work(),
  }
  return new RememberingSource(source)
}

describe('a source that remembers', () => {
  it('asks the same once, as columns or as a row', async () => {
    const source = counting()
    expect(await source.columns('1')).toEqual({ n: [1] })
    expect(await source.row('1')).toEqual({ n: 1 })
    expect(await Promise.all([source.columns('2'), source.columns('2')])).toEqual([{ n: [2, 2] }, { n: [2, 2] }])
  })

  it('keeps nobody’s changes of an answer', async () => {
    const source = counting()
    const { n = [] } = await source.columns('2')
    expect(() => n.sort()).toThrow(TypeError)
  })

  it('asks again for what is large and for what failed', async () => {
    const source = counting()
    expect((await source.columns('5000')).n?.[0]).toBe(1)
    expect((await source.columns('5000')).n?.[0]).toBe(2)
    await expect(source.columns('broken')).rejects.toThrow('broken')
    await expect(source.columns('broken')).rejects.toThrow('broken')
    expect(await source.row('1')).toEqual({ n: 5 })
  })

  it('remembers nothing of rows that stand in for others, and what it knows is not said of them', async () => {
    const source = counting()
    await source.columns('1')
    await source.withStandIn('t', '', async () => expect(await source.row('1')).toEqual({ n: 2 }))
    expect(await source.row('1')).toEqual({ n: 1 })
  })

  it('gives no row of an answer that has several or none', async () => {
    await expect(counting().row('2')).rejects.toThrow('Expected one row, got 2')
    await expect(counting().row('0')).rejects.toThrow('Expected one row, got 0')
  })
})
