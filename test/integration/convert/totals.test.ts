/** Rows that are totals, and rows that only look so. Each as a text and as a sheet: both must come out alike. */
import { describe, expect, test } from 'vitest'
import { convertedAs, convertedText, rowsOf } from '../../support/text-and-sheet.ts'

/** What is left of the rows below the header, and a word that must be said. */
const cases: readonly (readonly [name: string, text: string, left: number, said: string | null])[] = [
  ['a total above the rows it sums up', 'Shop,Sold / Total,60 / a,10 / b,20 / c,30', 3, 'total'],
  ['a total in a language of no list', 'Búð,Sala / a,110 / b,220 / c,330 / d,440 / e,50 / Alls,1150', 5, 'total'],
  ['the country above its regions', 'Where,People / Land,4150 / a,1110 / b,1220 / c,330 / d,440 / e,1050', 5, 'total'],
  [
    'subtotals of two levels',
    'Area,Shop,Item,Sold / N,a,x,1 / N,a,y,2 / N,Total a,,3 / N,b,x,4 / N,b,y,5 / N,Total b,,9 / Total N,,,12 / S,c,x,6 / S,c,y,7 / S,Total c,,13 / Total S,,,13 / Grand total,,,25',
    6,
    'totals',
  ],
  [
    'a category that is all the others together, year after year',
    'Year,Sex,Count / 2020,m,510 / 2020,f,520 / 2020,Both,1030 / 2021,m,511 / 2021,f,523 / 2021,Both,1034 / 2022,m,512 / 2022,f,530 / 2022,Both,1042',
    6,
    'total',
  ],
  [
    'the same, one category below the other',
    'Sex,Year,Count / m,2020,510 / m,2021,511 / m,2022,512 / f,2020,520 / f,2021,523 / f,2022,530 / Both,2020,1030 / Both,2021,1034 / Both,2022,1042',
    6,
    'total',
  ],
  [
    'shares that add up to a hundred but for rounding',
    'Party,Share / a,33.3 / b,33.3 / c,33.3 / Total,100.0',
    3,
    'total',
  ],
  ['a total beside a rate of its own', 'Shop,Sold,Rate / a,100,10 / b,300,30 / c,600,20 / Total,1000,22', 3, 'total'],
  [
    'smallest, largest, middle and number',
    'Shop,Sold / a,10 / b,25 / c,40 / Min,10 / Max,40 / Median,25 / Count,3',
    3,
    'statistics',
  ],
  ['a line drawn above the total', 'Shop,Sold / a,10 / b,20 / c,30 / ----,---- / Total,60', 3, 'total'],
  [
    'a balance carried to the end',
    'Day,Text,Amount / 2024-01-01,a,10 / 2024-01-02,b,-20 / 2024-01-03,c,30 / Closing balance,,520',
    3,
    'balance',
  ],
  ['a total under dates', 'Day,Sold / 2024-01-01,10 / 2024-01-02,20 / 2024-01-03,30 / Sum,60', 3, 'total'],
  [
    'a total that repeats the year of its rows',
    'Year,Shop,Sold / 2024,a,10 / 2024,b,20 / 2024,c,30 / 2024,Total,60',
    3,
    'total',
  ],
  // What only looks like one.
  ['a brand called Total', 'Brand,Sold / Shell,100 / Total,40 / Esso,300 / Agip,20', 4, null],
  ['numbers that double', 'Step,Cells / one,1 / two,1 / three,2 / four,4 / five,8 / six,16', 6, null],
  ['the last of a few small numbers that happens to fit', 'Team,Goals / a,1 / b,2 / c,1 / d,2 / e,6', 5, null],
  [
    'a category that is the sum once in a while',
    'Year,Kind,N / 2020,a,1 / 2020,b,2 / 2020,c,3 / 2021,a,5 / 2021,b,4 / 2021,c,2',
    6,
    null,
  ],
  ['a shop called Maximum', 'Shop,Sold / Minimum,10 / Maximum,5 / Other,30', 3, null],
  ['a total that does not add up', 'Shop,Sold / a,10 / b,20 / c,30 / Total,75', 4, 'looks like a total'],
  ['a person called Summa', 'Name,Points / Ann,120 / Bob,250 / Summa,95 / Cid,310', 4, null],
]

describe.each(['csv', 'xlsx'] as const)('in a %s file', (kind) => {
  test.each(cases)('%s', async (_, text, left, said) => {
    const table = await convertedAs(kind, rowsOf(text))
    expect({ rows: table.rows, notes: table.notes }).toMatchObject({ rows: left })
    if (said !== null) expect(table.notes.join(' ').toLowerCase()).toContain(said)
  })
})

describe('below a text too long to hold', () => {
  const lines = Array.from(
    { length: 40_000 },
    (_, row) => `2024-01-${String(1 + (row % 28)).padStart(2, '0')},shop ${row % 7},${row % 500}.5`,
  )
  const sum = Array.from({ length: 40_000 }, (_, row) => (row % 500) + 0.5).reduce((total, value) => total + value, 0)
  const long = (foot: string) => convertedText(`day,shop,sold\n${lines.join('\n')}\n${foot}\n`)

  test('a total under dates is set aside, and the dates stay dates', async () => {
    const table = await long(`Total,,${sum}`)
    expect(table).toMatchObject({ rows: 40_000, droppedRows: 1 })
    expect(table.columns.map(({ storage, unreadable }) => [storage, unreadable.count])).toEqual([
      ['DATE', 0],
      ['VARCHAR', 0],
      ['DOUBLE', 0],
    ])
    expect(table.notes.join(' ')).toContain('is set aside')
  })

  test('one that does not add up stays, and is pointed at', async () => {
    const table = await long(`2024-01-01,Total,${sum + 1000}`)
    expect(table.rows).toBe(40_001)
    expect(table.notes.join(' ')).toContain('looks like a total')
  })
})
