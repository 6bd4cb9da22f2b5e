/** Tables whose periods stand side by side are told along time. */
import { describe, expect, it } from 'vitest'
import { convertedSource } from '../../support/converted.ts'

const wide = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\n')

describe('a table with its periods side by side', () => {
  it('is told with a row for each, its total counted once, and says so', async () => {
    const content = wide(
      'Product,Region,Jan 2024,Feb 2024,Mar 2024,Apr 2024,Total',
      'Tea,N,1,2,3,4,10',
      'Tea,S,5,6,7,8,26',
      'Milk,N,9,,11,12,32',
    )
    const { tables } = await convertedSource(content, 'wide.csv')
    const [table] = tables
    expect(table?.storages).toEqual({ Product: 'VARCHAR', Region: 'VARCHAR', month: 'DATE', value: 'BIGINT' })
    expect(table?.values).toHaveLength(12)
    expect(table?.values[0]).toEqual({ Product: 'Tea', Region: 'N', month: '2024-01-01', value: '1' })
    expect(table?.values[9]).toEqual({ Product: 'Milk', Region: 'N', month: '2024-02-01', value: null })
    expect(table?.notes.join(' ')).toContain('"Jan 2024" to "Apr 2024" are months side by side and are told along time')
    expect(table?.notes.join(' ')).toContain('"Total" follows from them')
    expect(table?.reading?.choices.at(-1)).toMatchObject({ what: 'periods', runnerUp: 'keep-wide', told: false })
  })

  it('may have its years as headings, with a code beside the names', async () => {
    const content = wide('Country,Code,2019,2020,2021,2022', 'Aruba,533,1.5,2,3,4', 'Chad,148,5,6,7,8')
    const { tables } = await convertedSource(content, 'years.csv')
    expect(tables[0]?.storages).toEqual({ Country: 'VARCHAR', Code: 'BIGINT', year: 'BIGINT', value: 'DOUBLE' })
    expect(tables[0]?.values[3]).toEqual({ Country: 'Aruba', Code: '533', year: '2022', value: 4 })
  })

  it('may have a column of years and a month in each other', async () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    const rows = [1949, 1950, 1951].map((year) => [year, ...months.map((_, month) => year - 1900 + month)].join(','))
    const { tables } = await convertedSource(wide(['Year', ...months].join(','), ...rows), 'air.csv')
    expect(tables[0]?.storages).toEqual({ month: 'DATE', value: 'BIGINT' })
    expect(tables[0]?.values[13]).toEqual({ month: '1950-02-01', value: '51' })
  })
})

it.each([
  ['beside another amount', 'Country,Population,2019,2020,2021,2022', 'Aruba,100,1,2,3,4', 'Chad,250,5,6,7,8'],
  ['where a value in them is text', 'Country,2019,2020,2021,2022', 'Aruba,low,2,3,4', 'Chad,high,6,7,8'],
  ['with months of no year', 'Shop,Jan,Feb,Mar,Apr', 'A,1,2,3,4', 'B,5,6,7,8'],
  ['that are three', 'Country,2019,2020,2021', 'Aruba,1,2,3', 'Chad,5,6,7'],
  ['beside a date', 'day,2019,2020,2021,2022', '2024-01-01,1,2,3,4', '2024-01-02,5,6,7,8'],
])('years %s stay columns', async (_, header, ...rows) => {
  const { tables } = await convertedSource(wide(header, ...rows), 'kept.csv')
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(header.split(','))
  expect(tables[0]?.rows).toBe(rows.length)
})
