import { describe, expect, test } from 'vitest'
import { decideColumn } from '../../../../../src/workers/tables/columns/decide.ts'
import { decideColumns } from '../../../../../src/workers/tables/columns/decide-columns.ts'
import type { Decision } from '../../../../../src/workers/tables/columns/decision.ts'
import { withMisfits } from '../../../../../src/workers/tables/columns/misfits.ts'
import { uniqueNames } from '../../../../../src/workers/tables/columns/names.ts'
import { parseNumber } from '../../../../../src/workers/tables/columns/numbers.ts'
import { formatOf, storageOf } from '../../../../../src/workers/tables/columns/reading.ts'
import { sampleFromRows } from '../../../../../src/workers/tables/columns/sample.ts'
import { saidNotes } from '../../../../support/said-notes.ts'

function decide(texts: readonly string[], name = 'x'): Decision {
  const [sample] = sampleFromRows(
    [name],
    texts.map((text) => [text]),
  )
  if (sample === undefined) throw new Error('no sample')
  return decideColumn(sample)
}
const typeOf = (texts: readonly string[], name?: string): string => {
  const { reading } = decide(texts, name)
  const format = formatOf(reading)
  return format === null ? storageOf(reading) : `${storageOf(reading)} ${format}`
}

test('numbers in every notation are numbers', () => {
  expect(typeOf(['1', '-2', '+3'])).toBe('BIGINT')
  expect(typeOf(['1', '2.5', '3e-4'])).toBe('DOUBLE')
  expect(decide(['1,5', '22,75']).reading).toMatchObject({ kind: 'number', decimal: ',' })
  expect(decide(['1.234,50', '7,25']).reading).toMatchObject({ decimal: ',', grouping: '.' })
  expect(decide(['1,234,567', '12']).reading).toMatchObject({ storage: 'BIGINT', grouping: ',' })
  expect(decide(["1'234.50", '5.00']).reading).toMatchObject({ grouping: "'" })
  expect(decide(['1 234,50', '5,00']).reading).toMatchObject({ decimal: ',', grouping: ' ' })
})

test('percentages and one currency have a format; two currencies are no measure', () => {
  expect(typeOf(['12%', '7.5 %'])).toBe('DOUBLE percent')
  expect(typeOf(['$5', '$1,234.50'])).toBe('DOUBLE currency:USD')
  expect(typeOf(['5 €', '7 €'])).toBe('BIGINT currency:EUR')
  expect(typeOf(['$5', '7 €'])).toBe('VARCHAR')
})

test('codes stay text: leading zeros, phone numbers, more than 64 bits', () => {
  expect(typeOf(['01234', '90210', '00501'])).toBe('VARCHAR')
  expect(typeOf(['+4930123456', '+4930123457'])).toBe('VARCHAR')
  expect(typeOf(['5551234', '5551235'], 'phone_number')).toBe('VARCHAR')
  expect(typeOf(['90210', '10001'], 'zipCode')).toBe('VARCHAR')
  expect(typeOf(['99999999999999999999', '1'])).toBe('VARCHAR')
})

test('years stay integers', () => {
  expect(typeOf(['1999', '2024'], 'year')).toBe('BIGINT')
})

test('a thousand or one and a bit: settled by the other values, else said', () => {
  expect(decide(['1,234', '5678']).reading).toMatchObject({ storage: 'DOUBLE', decimal: ',' })
  expect(decide(['1,234', '567']).reading).toMatchObject({ storage: 'BIGINT', grouping: ',' })
  expect(decide(['0.125', '0.250']).notes).toEqual([])
  expect(saidNotes(decide(['1.250', '2.500']).notes).join()).toMatch(/could be thousands/u)
})

describe('a mark before three digits', () => {
  const together = (...columns: readonly (readonly string[])[]): Decision[] =>
    decideColumns(
      sampleFromRows(
        columns.map((_, index) => `c${index}`),
        (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? '')),
      ),
    )
  const asRead = ({ reading }: Decision): string =>
    reading.kind === 'number' ? (reading.grouping === '' ? `fraction ${reading.decimal}` : 'thousands') : reading.kind

  test('parts thousands where small whole numbers stand without noughts behind them, whatever the mark', () => {
    expect(asRead(decide(['12,450', '(7,310)', '5,140', '(310)']))).toBe('thousands')
    expect(asRead(decide(['12.450', '(7.310)', '5.140', '(310)']))).toBe('thousands')
    expect(decide(['12.450', '(7.310)', '5.140', '(310)']).notes).toEqual([])
  })

  test('parts thousands in sums of money, but not in currencies of a thousand parts', () => {
    expect(asRead(decide(['1.250 €', '2.500 €', '7.110 €']))).toBe('thousands')
    expect(asRead(decide(['KWD 1.250', 'KWD 2.500', 'KWD 7.110']))).not.toBe('thousands')
  })

  test('begins a fraction where a nought leads, also in a value far behind the first', () => {
    expect(asRead(decide(['1,234', '5,678', '0,125']))).toBe('fraction ,')
    expect(asRead(decide(['1.234', '5.678', '0.125']))).toBe('fraction .')
    expect(
      parseNumber('0,125', {
        kind: 'number',
        storage: 'BIGINT',
        decimal: '.',
        grouping: ',',
        unit: 'none',
        plain: false,
      }),
    ).toBeNull()
  })

  test('begins a fraction where larger numbers stand without it, but years and four digits say nothing', () => {
    expect(asRead(decide(['1,234', '56789', '2,345']))).toBe('fraction ,')
    expect(asRead(decide(['12,450', '11,980', '2023']))).toBe('thousands')
    expect(asRead(decide(['12,450', '11,980', '7310']))).toBe('thousands')
  })

  test('means what it means in the other columns, by how sure those are', () => {
    const open = ['1.234', '5.678', '2.345']
    const millions = ['1.234.567', '12', '7.500']
    expect(together(open, millions).map(asRead)).toEqual(['thousands', 'thousands'])
    expect(together(open, ['1,50', '2,25', '3,75']).map(asRead)).toEqual(['thousands', 'fraction ,'])
    expect(together(open, ['1,234.50', '7.25', '9.00'])[0]).toMatchObject({ reading: { grouping: '', decimal: '.' } })
    // One column left open by itself leans on one that leaves it less open.
    expect(together(open, ['12.450', '(310)', '5.140']).map(asRead)).toEqual(['thousands', 'thousands'])
    expect(together(['1,234', '5,678', '2,345'], ['1,50', '2,25', '3,75']).map(asRead)).toEqual([
      'fraction ,',
      'fraction ,',
    ])
  })

  test('is told where it was close, and only there', () => {
    expect(saidNotes(decide(['12,450', '5,140', '7,310']).notes).join()).toMatch(/"12,450" could be a fraction/u)
    expect(saidNotes(together(['1.234', '5.678'], ['1,50', '2,25'])[0]?.notes ?? []).join()).toMatch(
      /thousands, as elsewhere/u,
    )
    expect(decide(['12,450', '5,140', '310', '(40)']).notes).toEqual([])
    expect(decide(['1,234,567', '12']).notes).toEqual([])
  })
})

test('an ambiguous column follows the others in the file', () => {
  const samples = sampleFromRows(
    ['sure', 'open'],
    [
      ['1,5', '1,234'],
      ['2,25', '5,678'],
    ],
  )
  expect(decideColumns(samples)[1]?.reading).toMatchObject({ decimal: ',', storage: 'DOUBLE' })
})

test('dates are dates, whole columns deciding between day and month first', () => {
  expect(typeOf(['2024-01-05', '2024-02-29'])).toBe('DATE')
  expect(typeOf(['13/01/2024', '02/03/2024'])).toBe('DATE %d/%m/%Y')
  expect(typeOf(['01/13/2024', '02/03/2024'])).toBe('DATE %m/%d/%Y')
  expect(typeOf(['5. Jan 2024', '17. Feb 2024'])).toBe('DATE %d. %b %Y')
  expect(typeOf(['Jan 1 2000', 'Feb 1 2000'])).toBe('DATE %b %d %Y')
  expect(typeOf(['2024-01-05 10:30', '2024-01-05 11:00'])).toBe('TIMESTAMP')
  expect(typeOf(['20240105', '20240106'], 'date')).toBe('DATE %Y%m%d')
  expect(typeOf(['2024-01-05T10:00:00Z', '2024-01-05T10:00:00+02:00'])).toBe('TIMESTAMP')
})

test('sorted dates tell day from month by their order', () => {
  const days = Array.from({ length: 12 }, (_, index) => `0${1 + (index % 9)}/0${1 + Math.floor(index / 9)}/2024`)
  const { reading, notes } = decide(days)
  expect(reading).toMatchObject({ formats: ['%d/%m/%Y'] })
  expect(notes).toEqual([])
})

test('Unix time under a name of time is a moment, and a number under any other', () => {
  const seconds = ['1704067200', '1704070800', '1704074400']
  const milliseconds = seconds.map((text) => `${text}250`)
  expect(typeOf(seconds, 'created_at')).toBe('TIMESTAMP')
  expect(typeOf(milliseconds, 'event_time_ms')).toBe('TIMESTAMP')
  expect(formatOf(decide(seconds, 'timestamp').reading)).toBeNull()
  expect(saidNotes(decide(seconds, 'timestamp').notes).join()).toMatch(/Unix time/u)
  expect(typeOf(seconds, 'bytes')).toBe('BIGINT')
  expect(typeOf([...seconds, '12'], 'created_at')).toBe('BIGINT')
  expect(typeOf(['4915112345678', '4915112345679'], 'contact_date')).toBe('BIGINT')
})

test('a time of day may be followed by the word for it', () => {
  expect(typeOf(['01.03.2024 8:00 Uhr', '02.03.2024 17:30 Uhr'])).toMatch(/^TIMESTAMP /u)
  expect(typeOf(['01.03.2024 um 08:00 uhr', '02.03.2024 um 17:30 Uhr'])).toMatch(/^TIMESTAMP /u)
})

test('dates that nothing settles say how they were read', () => {
  const { notes } = decide(['03/04/2024', '01/02/2024', '05/06/2024', '02/01/2024'])
  expect(saidNotes(notes).join()).toMatch(/month first/u)
})

test('yes and no are booleans; a third answer makes them words', () => {
  expect(typeOf(['yes', 'No', 'YES'])).toBe('BOOLEAN words:yes/No')
  expect(typeOf(['yes', 'no', 'maybe'])).toBe('VARCHAR')
  expect(typeOf(['0', '1'])).toBe('BIGINT')
})

test.each([
  [['Yes', 'No', 'Yes'], 'words:Yes/No'],
  [['Ja', 'ja', 'Ja', 'Nein'], 'words:Ja/Nein'],
  [['TRUE', 'TRUE'], 'words:TRUE/FALSE'],
  [['No'], 'words:Yes/No'],
  [['true', 'false'], null],
])('the words for yes and no are kept as the file writes them: %j', (values, format) => {
  expect(formatOf(decide(values).reading)).toBe(format)
})

test('missing words do not change what a column is', () => {
  expect(typeOf(['1', 'NA', '2', '-', 'null', '#N/A'])).toBe('BIGINT')
  expect(typeOf(['', ' ', ''])).toBe('VARCHAR')
})

test('NA among two-letter codes is a code', () => {
  expect(decide(['DE', 'NA', 'FR']).reading).toEqual({ kind: 'text', keepsNa: true })
})

test('one word in thirty does not make numbers text, one in three does', () => {
  const numbers = Array.from({ length: 30 }, (_, index) => String(index))
  expect(typeOf([...numbers, 'about five'])).toBe('BIGINT')
  expect(typeOf(['1', '2', 'about five'])).toBe('VARCHAR')
})

test('one word in a short column of numbers is a remark; a code among codes is not', () => {
  const numbers = Array.from({ length: 11 }, (_, index) => `${index + 1}.5`)
  expect(typeOf([...numbers, 'tbc'])).toBe('DOUBLE')
  expect(typeOf([...numbers, '12b'])).toBe('VARCHAR')
  expect(typeOf([...numbers, 'G'])).toBe('VARCHAR')
  expect(typeOf([...numbers, 'tbc', 'closed'])).toBe('VARCHAR')
  expect(typeOf([...numbers.slice(0, 3), 'tbc'])).toBe('VARCHAR')
})

test('a value that did not fit is counted once, though the sample holds it already', () => {
  const sample = {
    name: 'x',
    values: new Map([
      ['1', 14],
      ['2', 15],
      ['closed', 1],
    ]),
  }
  const again = withMisfits(sample, ['closed'], { present: 30, misfits: 1 })
  expect(again.values.get('closed')).toBe(1)
  expect([...again.values.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(30)
})

test('names are made unique whatever the case of their letters, and it is said', () => {
  const { names, notes } = uniqueNames(['a', 'A', '', 'a_2', ' b '])
  expect(names).toEqual(['a', 'A_3', 'column_3', 'a_2', 'b'])
  expect(notes).toHaveLength(2)
})

test('values far too long for a number, a date or a length are words, and take no time to be found so', () => {
  const long = [
    '9'.repeat(100_000),
    `${' '.repeat(100_000)}x${' '.repeat(100_000)}y`,
    `0.ÀA${'.'.repeat(100_000)}`,
    `${'1,234'.repeat(20_000)}x`,
    `${'('.repeat(100_000)}1`,
    `1 h${' 30 m'.repeat(20_000)}`,
  ]
  const started = process.cpuUsage()
  for (const text of long) expect(typeOf([text, text.slice(1)])).toBe('VARCHAR')
  // By the square of their length it would be minutes.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5)
  expect(typeOf(['12', '13', '1'.repeat(500)])).toBe(typeOf(['12', '13', 'x'.repeat(500)]))
})
