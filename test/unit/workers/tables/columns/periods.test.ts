import { describe, expect, test } from 'vitest'
import { decideColumn } from '../../../../../src/workers/tables/columns/decide.ts'
import { parseTime } from '../../../../../src/workers/tables/columns/times.ts'
import { saidNotes } from '../../../../support/said-notes.ts'

/** The values as days, or as moments where they have a time; null for one that is not read; the kind where it is no time. */
function read(texts: readonly string[], name = 'x'): (string | null)[] | string {
  const { reading } = decideColumn({ name, values: new Map(texts.map((text) => [text, 1])) })
  if (reading.kind !== 'time') return reading.kind
  return texts.map((text) => {
    const time = reading.formats.map((format) => parseTime(text, format)).find((found) => found !== null)
    if (time === undefined || time === null) return null
    return new Date(time).toISOString().slice(0, reading.storage === 'DATE' ? 10 : 16)
  })
}
const notesOf = (texts: readonly string[], name: string): string =>
  saidNotes(decideColumn({ name, values: new Map(texts.map((text) => [text, 1])) }).notes).join('; ')

describe('periods are times, by their first day', () => {
  test('quarters, as several languages write them', () => {
    expect(read(['Q1 2018', 'Q4 2019'])).toEqual(['2018-01-01', '2019-10-01'])
    expect(read(['2018-Q3', '2018Q4'])).toEqual(['2018-07-01', '2018-10-01'])
    expect(read(['1Q23', '4Q24'])).toEqual(['2023-01-01', '2024-10-01'])
    expect(read(['3. Quartal 2020', '4. Quartal 2020'])).toEqual(['2020-07-01', '2020-10-01'])
    expect(read(['T2 2021', 'T3 2021'])).toEqual(['2021-04-01', '2021-07-01'])
    expect(read(['2024年第1四半期', '2024年第2四半期'])).toEqual(['2024-01-01', '2024-04-01'])
    expect(read(['Q1 FY24', 'Q2 FY24'])).toEqual(['2024-01-01', '2024-04-01'])
  })

  test('half-years, and weeks by ISO 8601', () => {
    expect(read(['H1 2020', 'H2 2020'])).toEqual(['2020-01-01', '2020-07-01'])
    expect(read(['2024-W01', '2024-W52'])).toEqual(['2024-01-01', '2024-12-23'])
    expect(read(['KW 1/2021', 'KW 53/2020'])).toEqual(['2021-01-04', '2020-12-28'])
    // 2021 has no week 53.
    expect(read(['2021-W52', '2021-W51', '2021-W53', ...weeksOf2020()]).at(2)).toBeNull()
  })

  test('years over two and fiscal years', () => {
    expect(read(['FY05/06', 'FY98/99', 'FY23/24'])).toEqual(['2005-01-01', '1998-01-01', '2023-01-01'])
    expect(read(['2009/10', '2010/11', '2011/12'])).toEqual(['2009-01-01', '2010-01-01', '2011-01-01'])
    expect(read(['2009-2010', '2010-2011'])).toEqual(['2009-01-01', '2010-01-01'])
    expect(read(['05/06', '06/07'], 'season')).toEqual(['2005-01-01', '2006-01-01'])
    expect(read(['FY2022', 'FY2023'])).toEqual(['2022-01-01', '2023-01-01'])
  })

  test('months in digits', () => {
    expect(read(['2009-10', '2010-11', '2011-11'])).toEqual(['2009-10-01', '2010-11-01', '2011-11-01'])
    expect(read(['2024M01', '2024M02'])).toEqual(['2024-01-01', '2024-02-01'])
    expect(read(['03/2024', '04/2024'])).toEqual(['2024-03-01', '2024-04-01'])
    expect(read(['202401', '202402'], 'month')).toEqual(['2024-01-01', '2024-02-01'])
    expect(read(['202401', '202402'], 'amount')).toBe('number')
  })
})

function weeksOf2020(): string[] {
  return Array.from({ length: 50 }, (_, week) => `2020-W${String(week + 1).padStart(2, '0')}`)
}

describe('dates of the world', () => {
  test('month names are known in every language the runtime knows, with or without their marks', () => {
    expect(read(['1. Januar 2024', '9. März 2024'])).toEqual(['2024-01-01', '2024-03-09'])
    expect(read(['9 fevrier 2024', '1 août 2024'])).toEqual(['2024-02-09', '2024-08-01'])
    expect(read(['3 de marzo de 2024', '4 de abril de 2024'])).toEqual(['2024-03-03', '2024-04-04'])
    expect(read(['15 stycznia 2024', '3 lutego 2024'])).toEqual(['2024-01-15', '2024-02-03'])
    expect(read(['15 января 2024 г.', '3 марта 2024 г.'])).toEqual(['2024-01-15', '2024-03-03'])
    expect(read(['3. tammikuuta 2024', '4. helmikuuta 2024'])).toEqual(['2024-01-03', '2024-02-04'])
    expect(read(['Mrz-22', 'Okt-22', 'Dez-23'])).toEqual(['2022-03-01', '2022-10-01', '2023-12-01'])
    expect(read(['Montag, 4. März 2024', 'Dienstag, 5. März 2024'])).toEqual(['2024-03-04', '2024-03-05'])
    expect(read(['12 มกราคม 2567', '13 มกราคม 2567'])).toEqual(['2024-01-12', '2024-01-13'])
  })

  test('a month of two languages is of the one the other months are of', () => {
    expect(read(['listopad 2023', 'prosinec 2023', 'leden 2024'])).toEqual(['2023-11-01', '2023-12-01', '2024-01-01'])
    expect(read(['listopad 2023', 'studeni 2023', 'prosinac 2023'])).toEqual(['2023-10-01', '2023-11-01', '2023-12-01'])
  })

  test('dates of East Asia, eras too', () => {
    expect(read(['2024年1月1日', '2024年12月15日'])).toEqual(['2024-01-01', '2024-12-15'])
    expect(read(['令和元年10月1日', '平成31年4月30日'])).toEqual(['2019-10-01', '2019-04-30'])
    expect(read(['2024년 1월 5일', '2024년 12월 5일'])).toEqual(['2024-01-05', '2024-12-05'])
    expect(read(['2024年1月5日 08:30', '2024年1月6日 17:05'])).toEqual(['2024-01-05T08:30', '2024-01-06T17:05'])
    expect(read(['民國113年1月5日', '民國113年12月5日'])).toEqual(['2024-01-05', '2024-12-05'])
  })

  test('a store, a product or a flat with a number is no month', () => {
    expect(read(['Store 12', 'Store 14'])).toBe('text')
    expect(read(['Mars 2019', 'Venus 2020', 'Pluto 2019'])).toBe('text')
    expect(read(['April', 'Mai'])).toBe('text')
  })
})

describe('precision and centuries', () => {
  test('dates with and without a time, a zone and fractions are one column of moments', () => {
    const texts = [
      '2024-01-01',
      '2024-01-01T10:00',
      '2024-01-01 10:00:05',
      '2024-01-01T10:00:05.5Z',
      '2024-01-03 11:00',
    ]
    expect(read(texts)).toEqual([
      '2024-01-01T00:00',
      '2024-01-01T10:00',
      '2024-01-01T10:00',
      '2024-01-01T10:00',
      '2024-01-03T11:00',
    ])
    expect(notesOf(texts, 'ts')).toMatch(/without a time zone/u)
  })

  test('a clock put back an hour tells one local time twice, and an offset tells them apart', () => {
    expect(read(['2024-10-27T02:30:00+02:00', '2024-10-27T02:30:00+01:00'])).toEqual([
      '2024-10-27T00:30',
      '2024-10-27T01:30',
    ])
  })

  test('compact stamps are times', () => {
    expect(read(['20240131', '20240201'], 'date')).toEqual(['2024-01-31', '2024-02-01'])
    expect(read(['20240131T120000', '20240201T131500'], 'stamp')).toEqual(['2024-01-31T12:00', '2024-02-01T13:15'])
    expect(read(['20240131120000', '20240201131500'], 'timestamp')).toEqual(['2024-01-31T12:00', '2024-02-01T13:15'])
  })

  test('nobody is born in the future, and a bond does not fall due in the past', () => {
    expect(read(['25/12/68', '13/06/45', '02/11/03'], 'born')).toEqual(['1968-12-25', '1945-06-13', '2003-11-02'])
    expect(read(['25.12.31', '13.06.45'], 'Geburtsdatum')).toEqual(['1931-12-25', '1945-06-13'])
    expect(read(['15/06/30', '15/06/47', '15/06/55'], 'maturity')).toEqual(['2030-06-15', '2047-06-15', '2055-06-15'])
    expect(read(['15/06/19', '15/06/24'], 'joined')).toEqual(['2019-06-15', '2024-06-15'])
    expect(notesOf(['25/12/68', '13/06/45'], 'born')).toMatch(/two digits are read as 1945 to 1968/u)
  })
})

test('versions, scores, ratios, ranges and parts are no times', () => {
  expect(read(['1.2.3', '1.2.4'])).toBe('text')
  expect(read(['3-2', '1-0'])).toBe('text')
  expect(read(['2018-2020', '2019-2021'])).toBe('text')
  expect(read(['Q1 2024', 'Q2 2024'], 'part code')).toBe('text')
})
