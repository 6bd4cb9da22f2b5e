/** Headers of every make: the same table as a text and as a sheet must come out with the same names and rows. */
import { describe, expect, test } from 'vitest'
import { convertedAs, rowsOf } from '../../support/text-and-sheet.ts'

const cases: readonly (readonly [name: string, text: string, names: string[], rows: number])[] = [
  ['one row of names', 'shop,sold,cost / a,1,2 / b,3,4 / c,5,6', ['shop', 'sold', 'cost'], 3],
  [
    'two rows, the upper one over several columns',
    'shop,2023,,2024, / ,sold,cost,sold,cost / a,1,2,3,4 / b,5,6,7,8 / c,9,10,11,12',
    ['shop', '2023 sold', '2023 cost', '2024 sold', '2024 cost'],
    3,
  ],
  [
    'three rows',
    ',East,,West, / ,Town,Land,Town,Land / shop,sold,sold,sold,sold / a,1,2,3,4 / b,5,6,7,8 / c,9,10,11,12',
    ['shop', 'East Town sold', 'East Land sold', 'West Town sold', 'West Land sold'],
    3,
  ],
  [
    'units below the names',
    'place,mass,speed / ,kg,m/s / a,1,2 / b,3,4 / c,5,6',
    ['place', 'mass (kg)', 'speed (m/s)'],
    3,
  ],
  [
    'units in brackets below the names',
    'place,mass,speed / ,[kg],[m/s] / a,1,2 / b,3,4 / c,5,6',
    ['place', 'mass (kg)', 'speed (m/s)'],
    3,
  ],
  ['years as names', 'shop,2021,2022,2023 / a,10,20,30 / b,40,50,60 / c,70,80,90', ['shop', '2021', '2022', '2023'], 3],
  ['months as names', 'shop,Jan 2024,Feb 2024 / a,10,20 / b,40,50 / c,70,80', ['shop', 'Jan 2024', 'Feb 2024'], 3],
  [
    'days as names',
    'shop,2024-01-01,2024-01-02 / a,10,20 / b,40,50 / c,70,80',
    ['shop', '2024-01-01', '2024-01-02'],
    3,
  ],
  ['a blank corner', ',sold,cost / a,1,2 / b,3,4 / c,5,6', ['column_1', 'sold', 'cost'], 3],
  ['one name too few', 'shop,sold / a,1,2 / b,3,4 / c,5,6', ['shop', 'sold', 'column_3'], 3],
  ['one name too many', 'shop,sold,cost,note / a,1,2, / b,3,4, / c,5,6,', ['shop', 'sold', 'cost', 'note'], 3],
  [
    'the header again among the rows',
    'shop,sold,cost / a,1,2 / b,3,4 / shop,sold,cost / c,5,6',
    ['shop', 'sold', 'cost'],
    3,
  ],
  ['names that come twice', 'shop,sold,sold / a,1,2 / b,3,4 / c,5,6', ['shop', 'sold', 'sold_2'], 3],
  ['no header', 'a,1,2 / b,3,4 / c,5,6', ['column_1', 'column_2', 'column_3'], 3],
  ['a title above', 'Sales of the week,, / ,, / shop,sold,cost / a,1,2 / b,3,4 / c,5,6', ['shop', 'sold', 'cost'], 3],
  [
    'two lines above',
    'Sales of the week,, / as of Monday,, / shop,sold,cost / a,1,2 / b,3,4 / c,5,6',
    ['shop', 'sold', 'cost'],
    3,
  ],
  [
    'groups over words, beside names that stand alone',
    'date,trip,,,note / ,to,by,with, / 1 May,Bath,train,Ann,late / 2 May,York,car,Bob, / 3 May,Bath,,Cid,',
    ['date', 'trip to', 'trip by', 'trip with', 'note'],
    3,
  ],
  [
    'titles over names, and gaps in most of the rows',
    'Meetings of the year,,, / Ministry,,, / who,when,whom,why / Ann,May,Bob,talk / Cid,,, / Dan,,, / Eve,,, / Fay,Jun,Bob,',
    ['who', 'when', 'whom', 'why'],
    5,
  ],
  [
    'names over texts only',
    'name,town,mail / Ann,Bath,a@x.org / Bob,York,b@x.org / Cid,Bath,c@x.org',
    ['name', 'town', 'mail'],
    3,
  ],
  [
    'a number for each column below its name',
    'shop,sold,cost / (1),(2),(3) / a,1,2 / b,3,4 / c,5,6',
    ['shop', 'sold', 'cost'],
    3,
  ],
]

describe.each(['csv', 'xlsx'] as const)('in a %s file', (kind) => {
  test.each(cases)('%s', async (_, text, names, rows) => {
    const table = await convertedAs(kind, rowsOf(text))
    expect(table.columns.map(({ name }) => name)).toEqual(names)
    expect(table.rows).toBe(rows)
  })
})
