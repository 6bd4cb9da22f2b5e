import { describe, expect, it } from 'vitest'
import type { ProfiledColumn, ProfiledTable } from '../../../../src/shared/story/table.ts'
import { methodParagraphs, readingParagraphs } from '../../../../src/workers/story/about.ts'
import { frame } from '../../../../src/workers/story/words/index.ts'

function unreadable(index: number): ProfiledColumn {
  return {
    name: `c${index}`,
    type: 'number',
    role: 'measure',
    nulls: 1,
    distinct: 9,
    stats: {},
    storage: 'DOUBLE',
    format: null,
    unreadable: { count: 1, examples: [{ row: 3, text: 'x' }] },
  }
}

describe('what is said of how a file was read', () => {
  it('writes out some notes of a wide table, and counts the others', () => {
    const columns = Array.from({ length: 1_000 }, (_, index) => unreadable(index))
    const table: ProfiledTable = {
      name: 'wide',
      sheet: null,
      file: 'table.parquet',
      rows: 10,
      droppedRows: 0,
      notes: ['A row was empty'],
      columns,
    }
    const [paragraph, ...others] = readingParagraphs([table], frame.in('en'))
    expect(others).toEqual([])
    const told = paragraph?.text.match(/could not be read/g)?.length ?? 0
    expect(told).toBeGreaterThan(5)
    expect(told).toBeLessThan(100)
    expect(paragraph?.text).toContain(`And ${1_001 - told - 1} more notes.`)
  })
})

describe('what is said of the method', () => {
  it('counts what was kept and is not told', () => {
    const said = (kept: number, told: number): string => {
      const family = { name: 'trend', tests: 9, simes: 0.01, selected: true, kept }
      const method = { testsRun: 9, kept, told, q: 0.05, families: [family], sampled: false, rowsAnalysed: 50 }
      return methodParagraphs(method, frame.in('en'), [])
        .map(({ text }) => text)
        .join(' ')
    }
    expect(said(1, 0)).toContain('kept 1; it is not told')
    expect(said(4, 1)).toContain('kept 4; 3 of these are not told')
    expect(said(4, 4)).not.toContain('not told')
  })
})
