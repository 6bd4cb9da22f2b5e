/** Data files of SPSS: those in `fixtures/spss` were written by PSPP 1.6.2, as `survey.sps` there says. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { convertedSource, refusalOf } from '../../support/converted.ts'
import { spssFile } from '../../support/spss-file.ts'

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../../fixtures/spss', name))
const piece = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'
const half = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQ=='
const longRemark = `${`${piece}${half}`.repeat(4)}ü${piece}${half}end`

describe('a survey that PSPP wrote', () => {
  it.each([
    ['as it stands', 'plain.sav'],
    ['in bytecodes', 'bytecode.sav'],
    ['packed by zlib', 'packed.zsav'],
  ])('%s is read with its labels, dates, shares and missing values', async (_how, name) => {
    const { kind, tables } = await convertedSource(fixture(name), name)
    expect(kind).toBe('spss')
    const [table] = tables
    expect(table?.storages).toEqual({
      id: 'BIGINT',
      'Sex of the respondent': 'VARCHAR',
      'Age in years': 'BIGINT',
      income: 'DOUBLE',
      'The service was good': 'VARCHAR',
      'The price was right': 'VARCHAR',
      born: 'DATE',
      seen: 'TIMESTAMP',
      took: 'DOUBLE',
      city: 'VARCHAR',
      remark: 'VARCHAR',
      rate: 'DOUBLE',
      wide_variable_name_here: 'DOUBLE',
      region: 'VARCHAR',
      month: 'DATE',
      quarter: 'DATE',
      day: 'VARCHAR',
      weight: 'DOUBLE',
    })
    expect(table?.values).toMatchObject([
      {
        'Sex of the respondent': 'Male',
        income: 1234.5,
        'The service was good': 'Strongly disagree',
        born: '1990-03-15',
        seen: '2020-03-15 12:30:00',
        took: 5400,
        city: 'Zürich',
        remark: longRemark,
        rate: 0.125,
        region: 'North-east',
        month: '2020-03-01',
        quarter: '2020-01-01',
        day: 'Monday',
      },
      { 'Age in years': null, city: 'Москва', 'The price was right': null, region: 'South-west', day: 'Sunday' },
      { income: null, born: '1777-07-07', took: 108_000, city: 'Łódź', rate: null, wide_variable_name_here: -7 },
      { 'Age in years': null, income: -5, city: null, took: -30, region: null, rate: 1 },
    ])
  })

  it('has its steps in order where the file says that they are steps', async () => {
    const { tables } = await convertedSource(fixture('bytecode.sav'), 'survey.sav')
    const orders = Object.fromEntries(
      (tables[0]?.columns ?? []).flatMap(({ name, order }) => (order === undefined ? [] : [[name, order]])),
    )
    const steps = ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree']
    expect(orders).toEqual({ 'The service was good': steps, 'The price was right': steps })
  })

  it('says what became of labels, missing values and weights', async () => {
    const { notes } = await convertedSource(fixture('bytecode.sav'), 'survey.sav')
    expect(notes.split('\n')).toEqual([
      'Columns go by their labels: sex (Sex of the respondent), age (Age in years), q1 (The service was good), q2 (The price was right).',
      '4 values are declared missing by the file and count as missing, in 3 columns (most in "Age in years": 2).',
      'In "income" only some values have labels (like 2000 for "top"), so that its numbers are kept as they are.',
      'The file weights its rows by "weight"; here each row counts once.',
    ])
  })
})

describe('a file of another machine', () => {
  const cases = [
    [1.5, Buffer.from([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68])],
    [-Number.MAX_VALUE, Buffer.from('Bern')],
    [8, Buffer.from('')],
  ]
  const variables = [
    { name: 'SCORE', width: 0, label: Buffer.from([0x50, 0xfc]), missing: { count: -2, values: [7, 9] } },
    { name: 'CITY', width: 10 },
  ]

  it.each([
    ['whose numbers have their high bytes first', { isBigEndian: true, codePage: 1252 }],
    ['whose numbers have their low bytes first', { isBigEndian: false, codePage: 1252 }],
    ['that does not name its code page', {}],
  ])('%s', async (_what, how) => {
    const { tables } = await convertedSource(spssFile({ variables, cases, ...how }), 'old.sav')
    expect(tables[0]?.values).toEqual([
      { Pü: 1.5, CITY: 'Zürich' },
      { Pü: null, CITY: 'Bern' },
      { Pü: null, CITY: null },
    ])
  })

  it('in Cyrillic by the number of its code page', async () => {
    const cyrillic = [[1, Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0])]]
    const { tables } = await convertedSource(spssFile({ variables, cases: cyrillic, codePage: 1251 }), 'ru.sav')
    expect(tables[0]?.values).toMatchObject([{ CITY: 'Москва' }])
  })

  it('that does not know how many cases it has', async () => {
    const { tables } = await convertedSource(spssFile({ variables, cases, casesSaid: -1 }), 'stream.sav')
    expect(tables[0]?.rows).toBe(3)
  })
})

describe('a file that is not whole', () => {
  it.each([
    ['plain.sav', 6_000, 'damaged_text: SPSS: the file ends before its data do'],
    ['bytecode.sav', 5_000, 'damaged_text: SPSS: the file ends before its data do'],
    ['bytecode.sav', 300, 'damaged_text: SPSS: the file ends before its data do'],
    ['packed.zsav', 5_000, 'damaged_text: SPSS: blocks are listed outside the file'],
  ])('%s cut off at %i bytes is refused', async (name, length, refusal) => {
    expect(await refusalOf(fixture(name).subarray(0, length), name)).toBe(refusal)
  })

  it('with every byte of its dictionary damaged in turn ends in a table or a reason', async () => {
    const whole = fixture('bytecode.sav')
    const ends = new Set<string>()
    for (let at = 4; at < whole.length; at += 61) {
      const damaged = Buffer.from(whole)
      damaged.fill(0xff, at, at + 4)
      ends.add((await refusalOf(damaged, 'damaged.sav')).split(':')[0] ?? '')
    }
    expect([...ends].toSorted()).toEqual(expect.arrayContaining(['damaged_text', 'read']))
    expect(ends).not.toContain('internal')
  })

  it('without variables is no table', async () => {
    expect(await refusalOf(spssFile({ variables: [], cases: [] }), 'empty.sav')).toBe(
      'not_a_table: a file without columns',
    )
  })
})
