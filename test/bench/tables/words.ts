/** Made-up words and numbers that look like those of reports: the same for the same seed. */
import { type SeededRandom, seededRandom } from '../../../src/workers/analysis/statistics/seeded-random.ts'

const regions = 'North|South|East|West|Central|Coastal|Highland|Island|Delta|Valley|Plains|Harbour'.split('|')
const products =
  'Copper wire|Flat glass|Cement|Timber|Rubber seals|Paper pulp|Steel plate|Cotton yarn|Salt|Grain|Ore|Wool'.split('|')
const countries =
  'Austria|Brazil|Canada|Denmark|Estonia|Finland|Ghana|Hungary|Iceland|Japan|Kenya|Latvia|Mexico|Norway|Peru'.split('|')
const people =
  'A. Lund|B. Okafor|C. Moreau|D. Ito|E. Novak|F. Silva|G. Haddad|H. Berg|I. Rossi|J. Chen|K. Ayala|L. Weber'.split('|')
const states = 'open|closed|pending|late|paid|new'.split('|')
const lorem =
  `the harbour authority reports that traffic through the outer basin grew again while the number of vessels that waited
  for a berth fell for the third year in a row and most of the growth came from containers which now make up over half of
  all cargo handled whereas bulk goods stayed where they were because two of the older cranes had to be taken out of
  service early in the season and their replacements were not delivered before autumn so that part of the work was moved
  to the inner quays where space is scarce and the trains that carry the boxes inland could not always be filled as planned`.split(
    /\s+/u,
  )

export interface Words {
  readonly random: SeededRandom
  pick(from: readonly string[]): string
  /** Different ones, as many as asked for. */
  several(kind: 'regions' | 'products' | 'countries' | 'people', count: number): string[]
  integer(from: number, to: number): string
  /** With commas between thousands. */
  amount(most: number): string
  decimal(most: number, places: number): string
  percent(): string
  change(): string
  date(): string
  state(): string
  code(): string
  /** A stretch of running text without a full stop. */
  phrase(words: number): string
  sentence(): string
  paragraph(sentences: number): string
}

export function wordsOf(seed: number): Words {
  const random = seededRandom(seed)
  const between = (from: number, to: number): number => from + random.integer(to - from + 1)
  const pick = (from: readonly string[]): string => from[random.integer(from.length)] ?? ''
  const lists = { regions, products, countries, people }
  const phrase = (words: number): string => {
    const start = random.integer(lorem.length)
    return Array.from({ length: words }, (_, index) => lorem[(start + index) % lorem.length]).join(' ')
  }
  const sentence = (): string => {
    const text = phrase(between(8, 24))
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const grouped = (value: number): string => value.toLocaleString('en-US')
  return {
    random,
    pick,
    several: (kind, count) => {
      const all = random.shuffle([...lists[kind]])
      return Array.from({ length: count }, (_, index) => {
        const round = Math.floor(index / all.length)
        return `${all[index % all.length]}${round === 0 ? '' : ` ${round + 1}`}`
      })
    },
    integer: (from, to) => String(between(from, to)),
    amount: (most) => grouped(between(Math.floor(most / 50), most)),
    decimal: (most, places) => (random.uniform() * most).toFixed(places),
    percent: () => `${(random.uniform() * 100).toFixed(1)}%`,
    change: () => `${random.uniform() < 0.5 ? '−' : '+'}${(random.uniform() * 20).toFixed(1)}`,
    date: () =>
      `${between(2015, 2025)}-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`,
    state: () => pick(states),
    code: () => `${'ABCDEFGH'.charAt(random.integer(8))}-${between(100, 999)}`,
    phrase,
    sentence,
    paragraph: (sentences) => Array.from({ length: sentences }, sentence).join(' '),
  }
}
