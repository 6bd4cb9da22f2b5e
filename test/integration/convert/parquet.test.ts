/** Parquet files made for the test, each with what it may hold that ours may not. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import { decideKind } from '../../../src/workers/formats/recognition/kind.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { convert } from '../../../src/workers/stages/convert.ts'
import { readTable } from '../../../src/workers/tasks/read.ts'
import { detailOf } from '../../support/refusal.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

interface Converted {
  readonly table: ConvertedTable
  readonly rows: Record<string, unknown>[]
}

async function converted(folder: string, select: string, name = 'made.parquet'): Promise<Converted> {
  const file = path.join(folder, name)
  await query(`COPY (${select}) TO ${quoted(file)} (FORMAT parquet)`)
  return read(folder, file)
}

async function read(folder: string, file: string): Promise<Converted> {
  const source = { path: file, name: path.basename(file), bytes: 1 }
  const { kind } = await decideKind(source)
  expect(kind).toBe('parquet')
  const outputDir = path.join(folder, 'out')
  const { tables } = await convert({ source, kind, sheet: null, outputDir }, detachedContext())
  const [table] = tables
  if (table === undefined) throw new Error('no table')
  expect(readdirSync(outputDir)).toEqual(['table.parquet'])
  return { table, rows: await query(`SELECT * FROM read_parquet(${quoted(path.join(outputDir, table.file))})`) }
}

async function refusal(folder: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, 'damaged.parquet')
  writeFileSync(file, bytes)
  try {
    await read(folder, file)
    return 'read'
  } catch (error) {
    if (!(error instanceof StoryglassError)) throw error
    expect(detailOf(error)).not.toContain(folder)
    return error.reason
  }
}

const storages = ({ columns }: ConvertedTable): string[] => columns.map(({ name, storage }) => `${name} ${storage}`)

describe('a Parquet file becomes a table', () => {
  it('of our types, whichever of its own its values have', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(
        folder,
        `SELECT true AS b, 7::UTINYINT AS small, 9223372036854775807::UBIGINT AS fits, 18446744073709551615::UBIGINT AS huge,
                0.1::FLOAT AS single, 12.50::DECIMAL(9, 2) AS price, 12::DECIMAL(38, 0) AS whole,
                DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29' AS midnight, TIMESTAMP '2024-02-29 10:11:12.5' AS moment,
                TIMESTAMP_NS '2024-02-29 10:11:12.123456789' AS fine, TIME '10:11' AS clock,
                'a'::ENUM('a', 'b') AS word, encode('é') AS bytes`,
      )
      expect(storages(table)).toEqual([
        ...['b BOOLEAN', 'small BIGINT', 'fits BIGINT', 'huge DOUBLE', 'single DOUBLE', 'price DOUBLE', 'whole BIGINT'],
        ...['day DATE', 'midnight DATE', 'moment TIMESTAMP', 'fine TIMESTAMP', 'clock VARCHAR', 'word VARCHAR'],
        'bytes VARCHAR',
      ])
      expect(rows).toEqual([
        {
          ...{ b: true, small: '7', fits: '9223372036854775807', huge: 18446744073709552000, single: 0.1, price: 12.5 },
          ...{ whole: '12', day: '2024-02-29', midnight: '2024-02-29', moment: '2024-02-29 10:11:12.5' },
          ...{ fine: '2024-02-29 10:11:12.123456', clock: '10:11:00', word: 'a', bytes: 'é' },
        },
      ])
      expect(table).toMatchObject({ name: 'made', sheet: null, rows: 1, droppedRows: 0, notes: [] })
    }))

  it('with times of a zone as those of UTC, and that is said', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(folder, `SELECT '2024-07-01 10:00:00+02'::TIMESTAMPTZ AS at`)
      expect(rows).toEqual([{ at: '2024-07-01 08:00:00' }])
      expect(table.notes).toEqual(['In "at", times are those of UTC.'])
    }))

  it('with records taken apart once, and what is nested deeper kept as text, and that is said', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(
        folder,
        `SELECT {'city': 'Kiel', 'it''s': {'lat': 54.3}} AS home, [1, 2] AS list, MAP {'k': 1} AS map, 'x' AS "home.city"`,
      )
      expect(rows).toEqual([
        { 'home.city': 'Kiel', "home.it's": '{"lat":54.3}', list: '[1,2]', map: '{"k":1}', 'home.city_2': 'x' },
      ])
      expect(table.notes).toEqual([
        'Column 5 repeats the name "home.city" and is called "home.city_2".',
        `In "home.it's", values have parts of their own and are kept as text.`,
        'In "list", values have parts of their own and are kept as text.',
        'In "map", values have parts of their own and are kept as text.',
      ])
    }))

  it('with text read as what every value of it is, and left as it stands where one is not', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(
        folder,
        `SELECT * FROM (VALUES ('2024-01-05', '1,234.5', '007', 'NA', '3'), ('2024-02-06', '2.5', '120', 'word', NULL), (NULL, '', '9', '', '4'))
           t(day, amount, code, note, late)
         UNION ALL SELECT '2024-03-01', '7', '8', 'n', CASE WHEN i = 3999 THEN 'many' ELSE '5' END FROM range(4000) r(i)`,
      )
      expect(storages(table)).toEqual(['day DATE', 'amount DOUBLE', 'code VARCHAR', 'note VARCHAR', 'late VARCHAR'])
      expect(rows[0]).toEqual({ day: '2024-01-05', amount: 1234.5, code: '007', note: null, late: '3' })
      expect(rows[4002]).toMatchObject({ late: 'many' })
      expect(table.columns.map(({ unreadable }) => unreadable.count)).toEqual([0, 0, 0, 0, 0])
    }))

  it('with times of years beyond four digits null, counted and shown', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(
        folder,
        `SELECT CASE i WHEN 2 THEN TIMESTAMP '290000-01-01 10:00:00' ELSE TIMESTAMP '2024-01-01 10:30:00' END AS at,
                CASE i WHEN 1 THEN DATE '-4000-01-01' ELSE DATE '2024-01-01' END AS day FROM range(4) r(i)`,
      )
      expect(table.columns.map(({ storage, unreadable }) => [storage, unreadable.count])).toEqual([
        ['TIMESTAMP', 1],
        ['DATE', 1],
      ])
      expect(rows[2]?.at).toBeNull()
      expect(rows[1]?.day).toBeNull()
    }))

  it('with NaN as missing, and infinite values null, counted and shown', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(
        folder,
        `SELECT CASE i WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN '-Infinity'::DOUBLE ELSE i END AS x,
                CASE i WHEN 3 THEN 'infinity'::DATE ELSE DATE '2024-01-01' END AS day FROM range(4) r(i)`,
      )
      expect(rows.map(({ x }) => x)).toEqual([0, null, null, 3])
      expect(rows.map(({ day }) => day)).toEqual(['2024-01-01', '2024-01-01', '2024-01-01', null])
      expect(table.columns.map(({ unreadable }) => unreadable)).toEqual([
        { count: 1, examples: [{ row: 3, text: '-inf' }] },
        { count: 1, examples: [{ row: 4, text: 'infinity' }] },
      ])
    }))

  it('without columns of bytes that are no text, and that is said', () =>
    withTemporaryFolder(async (folder) => {
      const { table } = await converted(folder, `SELECT 1 AS a, '\\xFF\\xFE'::BLOB AS picture`)
      expect(storages(table)).toEqual(['a BIGINT'])
      expect(table.notes).toEqual(['"picture" holds bytes that are no text and is left out.'])
    }))

  it('whatever its name: a pattern or a quote in it names no other file', () =>
    withTemporaryFolder(async (folder) => {
      await query(`COPY (SELECT 2 AS other) TO ${quoted(path.join(folder, "it's 1.parquet"))} (FORMAT parquet)`)
      const { rows } = await converted(folder, 'SELECT 1 AS a', "it's [1]*.parquet")
      expect(rows).toEqual([{ a: '1' }])
    }))

  it('in the order of the file, over many row groups', () =>
    withTemporaryFolder(async (folder) => {
      const { table, rows } = await converted(folder, 'SELECT i FROM range(300000) r(i)')
      expect(table.rows).toBe(300_000)
      expect(rows.every(({ i }, index) => i === String(index))).toBe(true)
    }))

  it('and is written by `read` as it is understood', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'a.parquet')
      await query(`COPY (SELECT i, i / 4 AS part FROM range(2) r(i)) TO ${quoted(file)} (FORMAT parquet)`)
      const source = { path: file, name: 'a.parquet', bytes: 1 }
      const outputPath = path.join(folder, 'a.csv')
      const request = { source, table: null, format: 'csv', typed: false, outputPath } as const
      expect(await readTable(request, detachedContext())).toEqual({ table: 'a', rows: 2, columns: 2 })
      expect(readFileSync(outputPath, 'utf8')).toBe('i,part\n0,0.0\n1,0.25\n')
    }))
})

describe('a Parquet file that cannot be read is refused with the reason', () => {
  it('cut short, or damaged anywhere', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'whole.parquet')
      await query(`COPY (SELECT i, 'text ' || i AS t FROM range(5000) r(i)) TO ${quoted(file)} (FORMAT parquet)`)
      const whole = readFileSync(file)
      expect(await refusal(folder, whole.subarray(0, whole.length - 100))).toBe('damaged_text')
      expect(await refusal(folder, whole.subarray(0, 4))).toBe('damaged_text')
      const middle = Buffer.from(whole)
      middle.fill(0xff, 300, 20_000)
      expect(await refusal(folder, middle)).toBe('damaged_text')
      const footer = Buffer.from(whole)
      footer.fill(0x99, whole.length - 200, whole.length - 20)
      expect(await refusal(folder, footer)).toBe('damaged_text')
      // All of the footer and nothing of what it tells of.
      const footerBytes = whole.readUInt32LE(whole.length - 8) + 8
      const hollow = Buffer.concat([whole.subarray(0, 4), whole.subarray(-footerBytes)])
      expect(await refusal(folder, hollow)).toBe('damaged_text')
    }))

  it('encrypted, without rows, or of nothing but bytes', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'whole.parquet')
      await query(`COPY (SELECT 1 AS a) TO ${quoted(file)} (FORMAT parquet)`)
      const whole = readFileSync(file)
      const marked = Buffer.concat([Buffer.from('PARE'), whole.subarray(4, -4), Buffer.from('PARE')])
      expect(await refusal(folder, marked)).toBe('unsupported_kind')
      await query(`COPY (SELECT 1 AS a WHERE false) TO ${quoted(file)} (FORMAT parquet)`)
      expect(await refusal(folder, readFileSync(file))).toBe('no_rows')
      await query(`COPY (SELECT '\\xFF'::BLOB AS a) TO ${quoted(file)} (FORMAT parquet)`)
      expect(await refusal(folder, readFileSync(file))).toBe('not_a_table')
    }))

  it('or that asks for more columns than can be written', () =>
    withTemporaryFolder(async (folder) => {
      const list = Array.from({ length: 4_001 }, (_, index) => `${index} AS c${index}`).join(', ')
      const file = path.join(folder, 'wide.parquet')
      await query(`COPY (SELECT ${list}) TO ${quoted(file)} (FORMAT parquet)`)
      expect(await refusal(folder, readFileSync(file))).toBe('too_large')
    }))
})

it('a CSV called .parquet is still what it is', () =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'a.parquet')
    writeFileSync(file, 'a,b\n1,2\n3,4\n')
    expect(await decideKind({ path: file, name: 'a.parquet' })).toEqual({ pipeline: 'story', kind: 'csv' })
  }))

describe('bounds that a file tells of its values', () => {
  it('are not believed: a day far beyond them is unreadable, and told with its row', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'bounds.parquet')
      await query(
        `COPY (SELECT DATE '2024-03-01' + (i * 7 % 300)::INTEGER AS day, i AS n FROM range(300) r(i))
         TO ${quoted(file)} (FORMAT parquet, COMPRESSION uncompressed)`,
      )
      const bytes = readFileSync(file)
      // Days since 1970, as they stand in the page: neither the first nor the last of them, which the footer tells.
      const day = Buffer.alloc(4)
      day.writeInt32LE(Date.UTC(2024, 2, 8) / 86_400_000)
      const at = bytes.indexOf(day)
      expect(at).toBeGreaterThan(0)
      bytes.writeInt32LE(600_000_000, at)
      writeFileSync(file, bytes)
      const { table, rows } = await read(folder, file)
      expect(table.columns[0]?.unreadable).toMatchObject({ count: 1, examples: [{ row: 2 }] })
      expect(rows.map(({ day: text }) => text).slice(0, 3)).toEqual(['2024-03-01', null, '2024-03-15'])
    }))
})
