/** Questions in English and German, understood against the names and values of a table. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedQuestionSchema } from '../../../../src/shared/ask/question.ts'
import { understand, understandIn } from '../../../../src/shared/ask/understand.ts'
import { editDistance, folded, isMistyped } from '../../../../src/shared/ask/words.ts'
import { meaningOf } from '../../../bench/ask/meaning.ts'
import { benchTables, questionsOf, scoreOf } from '../../../bench/ask/score.ts'
import { holds } from '../../../support/property.ts'

const tables = benchTables()
const tableNamed = (name: string) => {
  const table = tables.get(name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table
}
const meaning = (table: string, text: string): string | null => {
  const { question } = understand(text, tableNamed(table))
  return question === null ? null : meaningOf(question, tableNamed(table))
}
const marked = (table: string, text: string): string[] =>
  understand(text, tableNamed(table))
    .spans.filter(({ as }) => as === 'unknown' || as === 'left out')
    .map(({ start, end }) => text.slice(start, end))

describe('a question', () => {
  it('is understood by names, values and periods, in two languages', () => {
    expect(meaning('orders', 'revenue by region')).toBe('sum(amount)')
    expect(marked('orders', 'revenue by region')).toEqual(['region'])
    expect(meaning('bestellungen', 'revenue by region')).toBe('sum(Umsatz) by Region')
    expect(meaning('bestellungen', 'Umsatz je Region im März 2024')).toBe(
      'sum(Umsatz) by Region where Bestelldatum in 2024-03',
    )
    expect(meaning('orders', 'rows where amount > 1000 and city is empty')).toBe(
      'rows where amount > 1000 and city missing',
    )
    expect(meaning('cafe', 'compare weekend and weekday')).toBe(
      'compare *: weekday(date) in (6, 7) vs weekday(date) in (1, 2, 3, 4, 5)',
    )
  })

  it('forgives typing errors and forms of words', () => {
    expect(meaning('houses', 'avergae prise by neighborhod')).toBe('mean(price) by neighborhood')
    expect(meaning('mitarbeiter', 'durchschnittliche Gehälter nach Abteilungen')).toBe('mean(Gehalt) by Abteilung')
  })

  it('names a column as its file does where a person calls it otherwise, unless another has that name now', () => {
    const cafe = tableNamed('cafe')
    const called = (names: Readonly<Record<string, string>>) => ({
      ...cafe,
      columns: cafe.columns.map((column) =>
        names[column.name] === undefined
          ? column
          : { ...column, name: String(names[column.name]), sourceName: column.name },
      ),
    })
    const asked = (text: string, names: Readonly<Record<string, string>>) => {
      const table = called(names)
      const { question } = understand(text, table)
      return question === null ? null : meaningOf(question, table)
    }
    const takings = { revenue: 'Takings', site: 'Branch' }
    expect(asked('takings by branch', takings)).toBe('sum(Takings) by Branch')
    expect(asked('revenue by site', takings)).toBe('sum(Takings) by Branch')
    const exchanged = { revenue: 'orders', orders: 'revenue' }
    expect(asked('total revenue by site', exchanged)).toBe('sum(revenue) by site')
    expect(asked('total orders by site', exchanged)).toBe('sum(orders) by site')
  })

  it('marks what it does not understand, and answers nothing where that may be what was asked for', () => {
    expect(meaning('cafe', 'profit by site')).toBeNull()
    expect(marked('cafe', 'profit by site')).toEqual(['profit'])
    expect(meaning('cafe', 'revenue by site for wizards')).toBe('sum(revenue) by site')
    expect(marked('cafe', 'revenue by site for wizards')).toEqual(['wizards'])
  })

  it('says what it took for granted', () => {
    expect(understand('revenue', tableNamed('cafe')).assumed).toContain('aggregate')
    expect(understand('top 3 sites', tableNamed('cafe')).assumed).toContain('amount')
    expect(understand('total revenue', tableNamed('cafe')).assumed).toEqual([])
  })

  it('finds the table it is about, of several', () => {
    const all = [tableNamed('titanic'), tableNamed('houses'), tableNamed('cafe')]
    expect(understandIn('average price by neighborhood', all)?.question?.table).toBe('houses')
    expect(understandIn('survival rate by class', all)?.question?.table).toBe('titanic')
    expect(understandIn('anything', [])).toBeNull()
  })

  it('is never refused with an exception, whatever is typed', () => {
    const words = questionsOf('questions-seen.txt').flatMap(({ text }) => text.split(' '))
    const some = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(fc.constantFrom(...words, '>', '3', '2024', '"', ',', 'Q2', '12.03.2024', '(', ''), { maxLength: 14 })
        .map((list) => list.join(' ')),
    )
    holds(
      fc.property(some, fc.constantFrom(...tables.values()), (text, table) => {
        const { question, spans } = understand(text, table)
        if (question !== null) {
          expect(askedQuestionSchema.safeParse(question).success).toBe(true)
          const names = new Set(table.columns.map(({ name }) => name))
          for (const [, column] of JSON.stringify(question).matchAll(/"column":"((?:[^"\\]|\\.)*)"/g)) {
            expect(names.has(JSON.parse(`"${column}"`))).toBe(true)
          }
        }
        let last = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps what it is known to understand', () => {
    const wrong = questionsOf('questions-seen.txt').filter(
      (question) => scoreOf(question, tableNamed(question.table)).verdict !== 'right',
    )
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})

describe('words', () => {
  it('are as far apart as letters have to be changed', () => {
    expect(editDistance('revenue', 'revneue', 2)).toBe(1)
    expect(editDistance('kitten', 'sitting', 3)).toBe(3)
    expect(editDistance('a', 'abcdef', 2)).toBe(3)
    expect(isMistyped('regoin', 'region')).toBe(true)
    expect(isMistyped('cat', 'car')).toBe(false)
    expect(folded('Größe Überstunden')).toBe('grosse uberstunden')
  })
})
