import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { type Database, quoteText, withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { decideColumn } from '../../../src/workers/tables/columns/decide.ts'
import { parseLength } from '../../../src/workers/tables/columns/durations.ts'
import { missingExpression, tolerantExpression } from '../../../src/workers/tables/columns/expression.ts'
import {
  isMissing,
  isMissingAmongFigures,
  isMissingInText,
  missingAmongFigures,
} from '../../../src/workers/tables/columns/missing.ts'
import { parseNumber } from '../../../src/workers/tables/columns/numbers.ts'
import { periodFormats } from '../../../src/workers/tables/columns/period-formats.ts'
import type { ColumnReading } from '../../../src/workers/tables/columns/reading.ts'
import { sampleFromRows } from '../../../src/workers/tables/columns/sample.ts'
import { formatHasTime } from '../../../src/workers/tables/columns/time-notation.ts'
import {
  compactFormats,
  dateFormats,
  epochFormats,
  parseTime,
  timestampFormats,
} from '../../../src/workers/tables/columns/times.ts'
import { type TypedTable, writeTypedTable } from '../../../src/workers/tables/columns/write-table.ts'

const context = detachedContext()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'columns-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function sqlValues(database: Database, reading: ColumnReading, texts: readonly string[]): Promise<unknown[]> {
  const list = texts.map((text, index) => `(${index}, ${quoteText(text)})`).join(', ')
  const rows = await database.rows<{ value: unknown }>(
    `SELECT ${tolerantExpression(reading, 'x')} AS value FROM (VALUES ${list}) AS t(i, x) ORDER BY i`,
  )
  return rows.map(({ value }) => value)
}

const hostile = [
  ...[
    '',
    ' ',
    '0',
    '-0',
    '5',
    '+5',
    '−5',
    ' 7 ',
    '007',
    '1_000',
    '1e3',
    '1E-5',
    '0x10',
    'nan',
    'inf',
    '-Infinity',
    '5.',
  ],
  ...[
    '.5',
    ',5',
    '1,5',
    '1.5',
    '1,234',
    '1.234',
    '1,234,567',
    '1.234.567,89',
    '1 234',
    '1\u00a0234,5',
    "1'234.50",
    '12%',
  ],
  ...[
    '12,5 %',
    '(5)',
    '(1,234.50)',
    '5-',
    '$5',
    '-$5',
    '$-5',
    '5 €',
    '€ 1.234,50',
    'EUR 5',
    '5 EUR',
    '1,23,456',
    '1..2',
  ],
  ...[
    '--5',
    '9223372036854775807',
    '9223372036854775808',
    '1e400',
    'N/A',
    '-',
    'none',
    'abc',
    '5 kg',
    '1.5kg',
    '-2.5 kg',
    '12 m2',
    '7 m²',
    '800 g',
    '1.25kg',
    '-2 MW',
    '3 mW',
    '2.5e',
    '5.1 p',
    '~40',
    '≈ -7.5',
    'CA. 30',
    'ca.30',
    '~ ~4',
    '12.1±0.3',
    '-13,5 ± 2',
    '±3',
    '1.2B',
    '-3.4M',
    '12k',
    '12K.',
    '1.4T',
    '48,2 Mio. €',
    '-3 Mrd €',
    '3万円',
    '5 億円',
    '−1,000円',
    '10.5 e',
    '(10.5) e',
    '2.5 (p)',
    '0.35***',
    '500.00 DR',
    '500.00 cr',
    '7 Prozent',
    '5 EURO',
    '−１２３',
    '１，２３４．５',
    '٣٫٥',
    '<5',
    '≤ 0.5',
    '–3.25',
    '1,23',
    '12,34.5',
  ],
  // What a cast takes and no person means, and what a pattern must be asked about.
  ...[
    '1_000',
    '1_000.5',
    '1.5_5',
    '0x10',
    '0b1',
    '1e5',
    '1E-3',
    '1e0005',
    '5e',
    '.5',
    '-.5',
    '5.',
    '-5.',
    '+5',
    '+5.5',
  ],
  ...[
    '007',
    '00.5',
    '-0',
    '-0.0',
    '-007',
    '1.5\t',
    '\t1.5',
    '1.5\n',
    '5\n',
    ' 5',
    '5 ',
    ' 1.5',
    '1.5 ',
    '-',
    '-a',
    '1/2',
  ],
  ...[
    '9007199254740993.5',
    '179769313486231580793728971405301e400',
    '1-2',
    '1.5-',
    '5:',
    '0:30',
    '-9223372036854775809',
  ],
]

test('SQL and JavaScript read the same numbers from the same texts', async () => {
  const readings = [
    ['1', '2'],
    ['1.5', '2'],
    ['1,5', '22,75'],
    ['1,234.5', '7'],
    ['1.234,5', '7'],
    ['1 234,5', '7'],
    ["1'234.5", '7'],
    ['12%', '7.5%'],
    ['12,5 %', '7 %'],
    ['$5', '$1,234.50'],
    ['5 €', '1.234,50 €'],
    ['(5)', '7'],
    ['1.5 kg', '7 kg', '3 kg'],
    ['12 m2', '13 m²', '5 m2'],
    ['500 g', '1.5 kg', '2 kg'],
    ['1.5 kW', '2 kW', '3 MW'],
    ['1.5', '2.5e', '5.1p', '3.5', '4.25'],
    ['~40', '12', '≈ 7.5', 'ca. 30', '-3'],
    ['12.1±0.3', '13.0 ± 0.2', '-1.5±1'],
    ['1.2B', '900M', '12K'],
    ['$1.4T', '$900B'],
    ['48,2 Mio. €', '3 Mrd. €'],
    ['3万円', '12億円'],
    ['1,000円', '2,000円'],
    ['1.5', '3.0', '10.5 e', '16.5 (p)', '2.5*'],
    ['1,200.00 CR', '500.00 DR'],
    ['12 percent', '13.5 %'],
    ['5 euros', '1.5 Euro'],
    ['１２３', '４５６．５'],
    ['٣٫٥', '٤٫٢٥'],
    ['–3.25', '5'],
  ].map((texts) => decideColumn({ name: 'x', values: new Map(texts.map((text) => [text, 1])) }).reading)
  await withDatabase(context, {}, async (database) => {
    for (const reading of readings) {
      if (reading.kind !== 'number') throw new Error(`not a number: ${JSON.stringify(reading)}`)
      const expected = hostile.map((text) => {
        const value = isMissing(text) ? null : parseNumber(text, reading)
        return value === null ? null : Number(value) + 0
      })
      const found = (await sqlValues(database, reading, hostile)).map((value) =>
        value === null ? null : Number(value) + 0,
      )
      expect(Object.fromEntries(hostile.map((text, i) => [text, found[i]])), JSON.stringify(reading)).toEqual(
        Object.fromEntries(hostile.map((text, i) => [text, expected[i]])),
      )
    }
  })
})

/** A moment written in any format, by the format itself. */
function written(format: string): string {
  const parts: Record<string, string> = {
    ...{
      Y: '2024',
      y: '24',
      m: '03',
      d: '05',
      o: '5th',
      b: 'Mar',
      B: 'March',
      a: 'Tue',
      A: 'Tuesday',
      H: '14',
      I: '02',
      M: '07',
    },
    ...{ S: '09', f: '250', p: 'PM', z: '+02:00', q: '3', h: '2', G: '2024', V: '09', u: '4' },
    ...{ s: '1709647629', '{ms}s': '1709647629250' },
    ...{ E: '令和', K: 'R', e: '6', R: '113', i: '25', J: '2025' },
    ...{ '{de}B': 'März', '{fr}B': 'févr.', '{pl}B': 'stycznia', '{de}A': 'Montag', '{36}y': '24', '{be}Y': '2567' },
  }
  return format.replace(/%((?:\{[^}]*\})?[A-Za-z])/gu, (_, directive: string) => parts[directive] ?? '')
}

const named = [
  '%d. %{de}B %Y',
  '%{fr}B-%{36}y',
  '%d %{pl}B %Y %H:%M',
  '%{de}A, %d. %{de}B %Y',
  '%d %{th}B %{be}Y',
  '%d/%m/%{36}y',
]

test('SQL and JavaScript read the same dates in every notation', async () => {
  await withDatabase(context, {}, async (database) => {
    const wrong: string[] = []
    for (const format of [
      ...dateFormats,
      ...timestampFormats,
      ...compactFormats,
      ...epochFormats,
      ...periodFormats,
      ...named,
    ]) {
      const reading = { kind: 'time', storage: 'TIMESTAMP', formats: [format] } as const
      const texts = [
        written(format),
        'nonsense',
        '31/02/2024',
        '2024-02-30',
        `${written(format)} x`,
        '2024-W53',
        '2020-W53',
        '2005/07',
        'FY99/00',
      ]
      const found = (await sqlValues(database, reading, texts)).map((value) =>
        value === null ? null : Date.parse(String(value)),
      )
      const expected = texts.map((text) => parseTime(text, format))
      if (JSON.stringify(found) !== JSON.stringify(expected) || (expected[0] === null && !format.includes('{th}'))) {
        wrong.push(
          `${format} ${JSON.stringify(texts)}: SQL ${JSON.stringify(found)}, JavaScript ${JSON.stringify(expected)}`,
        )
      }
      if (formatHasTime(format) && expected[0] !== null && (expected[0] ?? 0) % 86_400_000 === 0) wrong.push(format)
    }
    expect(wrong).toEqual([])
  })
})

test('SQL and JavaScript read the same times of day and lengths of time', async () => {
  const texts = [
    ...['08:00', '9:05 pm', '12:00 AM', '13:00 pm', '24:00', '24:30', '17:23:05.5', '25:00', '0:39:51', '1.02:00:00'],
    ...['-1:30:00', 'PT1H2M', 'P1DT30S', 'PT1.5S', 'PT', '1h 30m', '45 min', '2 d 4 h', '1 Std. 5 Min.', '90', ''],
    ...['5 s', '3:07', '61:30', '16:9', 'x', '-45m'],
  ]
  await withDatabase(context, {}, async (database) => {
    for (const form of [
      'clock',
      'hoursMinutesSeconds',
      'hoursMinutes',
      'minutesSeconds',
      'hoursIfAny',
      'iso',
      'words',
    ] as const) {
      const found = await sqlValues(database, { kind: 'length', form, of: 'day' }, texts)
      const expected = texts.map((text) => parseLength(text, form))
      expect(Object.fromEntries(texts.map((text, i) => [text, found[i]])), form).toEqual(
        Object.fromEntries(texts.map((text, i) => [text, expected[i]])),
      )
    }
  })
})

test('SQL and JavaScript agree on what is missing', async () => {
  const words = [
    '',
    '  ',
    'NA',
    'n/a',
    'Null',
    '-',
    '–',
    '?',
    'none',
    'None ',
    'missing',
    '\u00a0',
    '\\N',
    'x',
    '            .',
    'Na',
    'NULL',
    'nA',
    '-',
  ]
  await withDatabase(context, {}, async (database) => {
    const reading = { kind: 'text', keepsNa: false } as const
    const found = (await sqlValues(database, reading, words)).map((value) => value === null)
    expect(found).toEqual(words.map((word) => isMissingInText(word, false)))
    const figures = [
      ...words,
      ':',
      ': c',
      ' :',
      ':c',
      '-1',
      '-x',
      '--',
      '- ',
      '0',
      '9',
      '0 n/a',
      '-0',
      ...missingAmongFigures,
    ]
    const number = decideColumn({ name: 'n', values: new Map([['1', 1]]) }).reading
    const list = figures.map((word, index) => `(${index}, ${quoteText(word)})`).join(', ')
    const rows = await database.rows<{ missing: boolean }>(
      `SELECT ${missingExpression(number, 'x')} AS missing FROM (VALUES ${list}) AS t(i, x) ORDER BY i`,
    )
    expect(rows.map(({ missing }) => missing)).toEqual(figures.map(isMissingAmongFigures))
  })
})

test('no word that means missing among figures begins as a figure does', () => {
  expect(missingAmongFigures.filter((word) => /^-?[0-9]/u.test(word))).toEqual([])
})

async function typed(
  name: string,
  texts: readonly (string | null)[],
  sampled = 50,
): Promise<TypedTable & { values: unknown[] }> {
  return withDatabase(context, {}, async (database) => {
    const list = texts.map((text, index) => `(${index}, ${text === null ? 'NULL' : quoteText(text)})`).join(', ')
    await database.run(`CREATE TABLE t AS SELECT c0::VARCHAR AS c0 FROM (VALUES ${list}) AS v(i, c0) ORDER BY i`)
    const samples = sampleFromRows(
      [name],
      texts.slice(0, sampled).map((text) => [text]),
    )
    const relation = { from: 't', columns: [{ source: 'c0', name }] }
    const target = { outputDir: folder, file: 't.parquet', table: 't' }
    const table = await writeTypedTable(database, context, relation, samples, target)
    const rows = await database.rows<Record<string, unknown>>(
      `SELECT * FROM read_parquet(${quoteText(path.join(folder, 't.parquet'))})`,
    )
    return { ...table, values: rows.map((row) => row[name]) }
  })
}
const range = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index))

test('a fraction far behind the sample makes integers into numbers, not into rounded ones', async () => {
  const table = await typed('n', [...range(400), '3.5'])
  expect(table.columns[0]?.storage).toBe('DOUBLE')
  expect(table.values[400]).toBe(3.5)
})

test('a word among numbers is null, counted, shown and kept', async () => {
  const table = await typed('n', [...range(400), 'about 5', null, 'n/a'])
  expect(table.columns[0]).toEqual({
    name: 'n',
    storage: 'BIGINT',
    format: null,
    unreadable: { count: 1, examples: [{ row: 401, text: 'about 5' }] },
  })
  expect(table.values.slice(399)).toEqual([399, null, null, null])
  expect(table.unreadableFile).toBe('t.unreadable.parquet')
})

test('a column that turns into words behind the sample keeps every value as text', async () => {
  const table = await typed('n', [...range(60), ...range(40).map((n) => `word ${n}`)])
  expect(table.columns[0]?.storage).toBe('VARCHAR')
  expect(table.values.slice(58, 62)).toEqual(['58', '59', 'word 0', 'word 1'])
})

test('an identifier beyond 64 bits behind the sample keeps its digits', async () => {
  const table = await typed('id', [...range(100), '99999999999999999999'])
  expect(table.columns[0]?.storage).toBe('VARCHAR')
  expect(table.values[100]).toBe('99999999999999999999')
})

test('codes with leading zeros behind the sample stay text', async () => {
  const table = await typed('code', [
    ...range(100).map((n) => String(10_000 + Number(n))),
    ...range(50).map((n) => `0${1000 + Number(n)}`),
  ])
  expect(table.columns[0]?.storage).toBe('VARCHAR')
  expect(table.values[100]).toBe('01000')
})

test('NaN and infinity spelled out never become numbers', async () => {
  const table = await typed('n', [...range(100).map((n) => `${n}.5`), 'nan', 'inf'])
  expect(table.columns[0]?.storage).toBe('DOUBLE')
  expect(table.columns[0]?.unreadable).toEqual({ count: 1, examples: [{ row: 102, text: 'inf' }] })
  expect(table.values.slice(99)).toEqual([99.5, null, null])
})

test('a time of day behind a column of dates is not cut off', async () => {
  const days = range(28).map((n) => `2024-01-${String(Number(n) + 1).padStart(2, '0')}`)
  const table = await typed('day', [...days, '2024-02-01 10:30:00'], 20)
  expect(table.values[28]).not.toBe('2024-02-01')
  const [column] = table.columns
  expect(column?.storage === 'TIMESTAMP' || column?.unreadable.count === 1).toBe(true)
})
