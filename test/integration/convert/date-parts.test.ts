/** Tables that have the year, the month and the day of their dates in columns of their own. */
import { describe, expect, it } from 'vitest'
import { convertedSource } from '../../support/converted.ts'

const range = (length: number): number[] => Array.from({ length }, (_, index) => index)
const csv = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`

async function converted(content: string) {
  const { tables } = await convertedSource(content, 'parts.csv')
  const [table] = tables
  if (table === undefined) throw new Error('no table')
  return table
}

describe('a table with its dates in parts', () => {
  it('has the months in a column of their own behind the others, and says so', async () => {
    const table = await converted(
      csv(
        'Year,Month,visitors',
        range(24).map((at) => `${2020 + Math.floor(at / 12)},${(at % 12) + 1},${at}`),
      ),
    )
    expect(table.storages).toEqual({ Year: 'BIGINT', Month: 'BIGINT', visitors: 'BIGINT', date: 'DATE' })
    expect(table.values[13]).toMatchObject({ Year: '2021', Month: '2', date: '2021-02-01' })
    expect(table.notes.join(' ')).toContain('"date" is put together from "Year" and "Month".')
  })

  it('may have days, and one that no calendar has among a hundred', async () => {
    const rows = range(120).map(
      (at) => `${at === 50 ? 31 : (at % 28) + 1},${at === 50 ? 2 : Math.floor(at / 28) + 1},2021,${at}`,
    )
    const table = await converted(csv('day_of_month,month,yr,n', rows))
    expect(table.values[29]).toMatchObject({ date: '2021-02-02' })
    expect(table.values[50]).toMatchObject({ date: null })
    expect(table.notes.join(' ')).toContain('"date" is put together from "yr", "month" and "day_of_month".')
  })

  it('may name its months, in one language', async () => {
    const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni']
    const table = await converted(
      csv(
        'Jahr;Monat;n',
        range(12).map((at) => `${2020 + Math.floor(at / 6)};${months[at % 6]};${at}`),
      ),
    )
    expect(table.values[8]).toMatchObject({ Monat: 'März', date: '2021-03-01' })
  })

  it.each([
    [
      'it has a date already',
      csv(
        'year,month,at,n',
        range(12).map((at) => `2020,${at + 1},2020-${String(at + 1).padStart(2, '0')}-09,${at}`),
      ),
    ],
    [
      'its months are no months',
      csv(
        'year,month,n',
        range(24).map((at) => `2020,${at + 1},${at}`),
      ),
    ],
    [
      'its years are no years',
      csv(
        'year,month,n',
        range(12).map((at) => `${at + 1},${at + 1},${at}`),
      ),
    ],
    [
      'its days may be those of a week',
      csv(
        'year,month,day,n',
        range(48).map((at) => `2020,${(at % 12) + 1},${(at % 7) + 1},${at}`),
      ),
    ],
    [
      'its months are words of no language',
      csv(
        'year,month,n',
        range(12).map((at) => `2020,${'abcdefghijkl'[at]}x,${at}`),
      ),
    ],
    [
      'it has two months',
      csv(
        'year,month,mon,n',
        range(12).map((at) => `2020,${at + 1},${12 - at},${at}`),
      ),
    ],
    ['there are too few', csv('year,month,n', ['2020,1,5', '2020,2,6', '2020,3,7'])],
  ])('is left as it is where %s', async (_, content) => {
    const table = await converted(content)
    expect(Object.keys(table.storages)).toEqual(content.split('\n')[0]?.split(','))
    expect(table.notes.join(' ')).not.toContain('put together')
  })
})
