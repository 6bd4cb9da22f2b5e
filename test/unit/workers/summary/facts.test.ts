import { describe, expect, it } from 'vitest'
import { findAmounts } from '../../../../src/workers/summary/facts/amounts.ts'
import { type DayOrder, dayOrderOf, findDates } from '../../../../src/workers/summary/facts/dates.ts'
import { findNames, ordinaryNouns } from '../../../../src/workers/summary/facts/names.ts'
import { readabilityOf } from '../../../../src/workers/summary/facts/readability.ts'
import { keyTerms, termCandidates } from '../../../../src/workers/summary/facts/terms.ts'

const dates = (text: string, order: DayOrder = null): string[] => findDates(text, order).map(({ date }) => date)
const amounts = (text: string, comma = false): [number, string][] =>
  findAmounts(text, comma, (word) => !['of', 'in'].includes(word)).map(({ value, unit }) => [value, unit])

describe('a date', () => {
  it.each([
    ['on 2021-05-03 and', '2021-05-03'],
    ['on 3 May 2021.', '2021-05-03'],
    ['on May 3rd, 2021,', '2021-05-03'],
    ['in May 2021', '2021-05'],
    ['am 03.05.2021', '2021-05-03'],
    ['am 3. Mai 2021', '2021-05-03'],
    ['le 1er août 2020', '2020-08-01'],
    ['el 3 de mayo de 2021', '2021-05-03'],
    ['il 3 maggio 2021', '2021-05-03'],
    ['em 3 de março de 2021', '2021-03-03'],
    ['op 3 maart 2021', '2021-03-03'],
    ['in Q3 2020', '2020-Q3'],
    ['on 13/04/2021', '2021-04-13'],
    ['since 1998, they', '1998'],
  ])('is read as it is written: %s', (text, date) => {
    expect(dates(text)).toEqual([date])
  })
  it.each(['in 2000 cases', '(Meyer et al. 2006)', '31.02.2021', 'version 1.2.2021.4', '2021-13-01', 'they may 2021'])(
    'is not found in %s',
    (text) => {
      expect(dates(text)).toEqual([])
    },
  )
  it('whose day and month may be exchanged is none, unless the document tells their order elsewhere', () => {
    expect(dates('on 03/04/2021')).toEqual([])
    expect(dates('on 03/04/2021', dayOrderOf(['25/12/2020']))).toEqual(['2021-04-03'])
    expect(dates('on 03/04/2021', dayOrderOf(['12/25/2020']))).toEqual(['2021-03-04'])
    expect(dayOrderOf(['25/12/2020', '12/25/2020'])).toBeNull()
  })
})

describe('money', () => {
  it.each<[string, [number, string][]]>([
    [
      'The lamp costs 50 € 60 $ abroad.',
      [
        [50, 'EUR'],
        [60, 'USD'],
      ],
    ],
    [
      'Net € 50 $ 60 £ 70',
      [
        [50, 'EUR'],
        [60, 'USD'],
        [70, 'GBP'],
      ],
    ],
    [
      'a loss of (1,234) USD and $(2.5) million',
      [
        [-1234, 'USD'],
        [-2.5e6, 'USD'],
      ],
    ],
    [
      'CHF 4’500.– or −$5',
      [
        [4500, 'CHF'],
        [-5, 'USD'],
      ],
    ],
    [
      '₹ 1,23,45,678 (Rs. 500)',
      [
        [12345678, 'INR'],
        [500, 'INR'],
      ],
    ],
    ['In 2020 EUR 5 million were paid', [[5e6, 'EUR']]],
    ['US$ 50 USD', [[50, 'USD']]],
    [
      'from $5m to $7.5bn',
      [
        [5e6, 'USD'],
        [7.5e9, 'USD'],
      ],
    ],
    [
      '3万円と5億円',
      [
        [30000, 'JPY'],
        [5e8, 'JPY'],
      ],
    ],
    ['50€ 60', [[50, 'EUR']]],
  ])('goes to the number it belongs to: %s', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })
  it('is read with the marks of its own language', () => {
    expect(amounts('48,2 Mio. Euro, EUR 1.234,56 und 12 Mrd. €', true)).toEqual([
      [48.2e6, 'EUR'],
      [1234.56, 'EUR'],
      [12e9, 'EUR'],
    ])
    expect(amounts('Net 100,00 € 200,00 $ 300,00 £', true)).toEqual([
      [100, 'EUR'],
      [200, 'USD'],
      [300, 'GBP'],
    ])
  })
  it('between two numbers is left out, unless the text has a habit', () => {
    expect(amounts('3 € 4')).toEqual([])
    expect(amounts('It was 3 € 4, and € 7 before')).toEqual([
      [4, 'EUR'],
      [7, 'EUR'],
    ])
    expect(amounts('It was 3 € 4, and 7 € before')).toEqual([
      [3, 'EUR'],
      [7, 'EUR'],
    ])
  })
  it.each(['version 2.0.1 €', 'the Fr 5', '50 rue de Paris', '12/5 € x', '5 € %'.replace('€ ', '')])(
    'is not found in %s',
    (text) => {
      expect(amounts(text).filter(([, unit]) => unit !== '%')).toEqual([])
    },
  )
})

describe('an amount', () => {
  it.each([
    ['$1,234.50', 1234.5, 'USD'],
    ['€ 3.2 million', 3_200_000, 'EUR'],
    ['£4bn', 4e9, 'GBP'],
    ['CHF 12', 12, 'CHF'],
    ['100 euros', 100, 'EUR'],
    ['12.5 %', 12.5, '%'],
    ['12 per cent', 12, '%'],
    ['250 kWh', 250, 'kWh'],
    ['3.2 million people', 3_200_000, 'people'],
    ['3.2 million of', 3_200_000, ''],
    ['−5%', -5, '%'],
  ])('is read as it is written: %s', (text, value, unit) => {
    expect(amounts(`It was ${text} then.`)).toEqual([[value, unit]])
  })
  it('is read by the separators of its language', () => {
    expect(amounts('Es waren 1.234 Euro und 1,5 %.', true)).toEqual([
      [1234, 'EUR'],
      [1.5, '%'],
    ])
    expect(amounts('Es waren 1.234 EUR.', true)).toEqual([[1234, 'EUR']])
    expect(amounts('It was 1,234 EUR.', false)).toEqual([[1234, 'EUR']])
    expect(amounts('Es waren 3,2 Mio. € im Jahr.', true)).toEqual([[3_200_000, 'EUR']])
  })
  it('is no version, address or name with digits', () => {
    expect(amounts('Version 1.2.3 of x86-64 at 192.168.0.1, COVID-19 days')).toEqual([])
  })
})

describe('a name', () => {
  const names = (text: string, language = 'en'): string[] => findNames(text, language).map(({ name }) => name)
  it('is words in capitals within a sentence', () => {
    expect(names('Later the report of Maria de la Cruz was sent to Royal Dutch Shell in The Hague.')).toEqual([
      'Maria de la Cruz',
      'Royal Dutch Shell',
      'Hague',
    ])
  })
  it('may have a single letter in it', () => {
    expect(names('It is on the Comprehensive R Archive Network for all.')).toEqual(['Comprehensive R Archive Network'])
  })
  it('is no abbreviation, month, figure or first word alone', () => {
    expect(names('Ships with GLM and PCBs were seen in May, as Figure 3 shows to us.')).toEqual(['Ships'])
    expect(findNames('Ships of the line were seen here.', 'en')[0]?.opens).toBe(true)
  })
  it('is in German no noun', () => {
    expect(names('Heute hat das Haus von Angela Merkel eine Tür und ein Dach.', 'de')).toEqual(['Angela Merkel'])
    expect([...ordinaryNouns(['Er sah das Paket an.', 'Das ist ein Paket.'], 'de')]).toEqual(['paket'])
  })
})

describe('key terms', () => {
  const of = async (texts: readonly string[], language = 'en'): Promise<string[]> => {
    const candidates = await termCandidates(
      texts.map((text) => ({ text })),
      language,
      () => undefined,
    )
    return keyTerms(candidates, texts.length, new Set(), 3).map(({ term }) => term)
  }
  it('are several words before one, and plural and singular are one', async () => {
    const terms = await of(['The container ship is large.', 'Container ships are slow.', 'A ship is slow.'])
    expect(terms[0]?.toLowerCase()).toMatch(/^container ships?$/u)
  })
  it('are no addresses, stop words or words of another script of the page', async () => {
    expect(await of(['See https://example.org/harbour now.', 'See https://example.org/harbour then.'])).toEqual([])
  })
  it('leave the article out that has lost its vowel', async () => {
    expect(await of(["Il parle d'informations.", "L'usage d'informations.", "Voilà l'informations."], 'fr')).toContain(
      'informations',
    )
  })
})

describe('readability', () => {
  const text = Array.from({ length: 20 }, () => 'The cat sat on the mat and it was a good cat.')
  it('is read by the formula of the language', () => {
    expect(readabilityOf(text, 'en')).toMatchObject({ formula: 'Flesch reading ease', reads: 'very easy' })
    expect(readabilityOf(text, 'de')?.formula).toContain('Amstad')
    expect(readabilityOf(text, 'es')?.formula).toBe('Fernández-Huerta')
    expect(readabilityOf(text, 'nl')?.formula).toBe('LIX')
  })
  it('is not told of too little text or of an unknown language', () => {
    expect(readabilityOf(text.slice(0, 3), 'en')).toBeNull()
    expect(readabilityOf(text, null)).toBeNull()
  })
})
