/** What is known of a sample's tables while its job runs. */
import type { Job } from '../../src/shared/job/job.ts'
import { type FirstFacts, factsOfNamed, firstFacts } from '../../src/shared/story/first-facts.ts'

const names = ['date', 'product', 'weather', 'payment', 'cups', 'price', 'revenue', 'returned', 'note']

const counted: FirstFacts = firstFacts([factsOfNamed('transactions-2024', names, 1_000_000)])

const lookedAt: FirstFacts = {
  tables: [
    {
      ...factsOfNamed('transactions-2024', names, 1_000_000),
      roles: { measure: 3, dimension: 4, time: 1, text: 1 },
      order: { kind: 'panel', entity: ['product'] },
      period: { column: 'date', from: '2022-01-01', to: '2024-12-31' },
      measures: [
        { column: 'cups', format: null, n: 1_000_000, min: 0, max: 184, median: 61, q1: 44, q3: 79 },
        { column: 'price', format: 'currency:EUR', n: 998_204, min: 1.2, max: 6.9, median: 3.4, q1: 2.8, q3: 4.1 },
        { column: 'revenue', format: 'currency:EUR', n: 998_204, min: 0, max: 8_913.4, median: 207, q1: 131, q3: 302 },
      ],
      categories: [
        { column: 'product', distinct: 9, value: 'Flat white', count: 231_880, n: 1_000_000 },
        { column: 'weather', distinct: 4, value: 'cloudy', count: 402_113, n: 1_000_000 },
      ],
    },
  ],
  moreTables: 0,
}

/** As far as the job has come. */
export function factsAt({ pipeline, status, stage }: Job): FirstFacts | null {
  if (pipeline !== 'story' || status !== 'processing') return null
  switch (stage) {
    case null:
    case 'import':
      return null
    case 'convert':
      return counted
    case 'analyze':
    case 'narrate':
    case 'visualize':
      return lookedAt
  }
}
