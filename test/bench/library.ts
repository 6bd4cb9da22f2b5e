/**
 * `npm run bench:library [stories]`: how long a library of 5,000 stories takes to be listed and searched, beside the
 * aims of the window: the first page within a frame, a search before the next key is pressed. Held to an aim is the
 * processor time, which says the same on a machine with other work; the time that passed stands beside it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type EntryFilter, listEntries } from '../../src/main/store/library-entries.ts'
import { markEntries } from '../../src/main/store/mark-entries.ts'
import { seededRandom } from '../../src/workers/analysis/statistics/seeded-random.ts'
import { emptyStory, type LifecycleBench, largest, lifecycleBench } from '../support/engine/library.ts'

/** What the window asks for at once. */
const pageSize = 100
const aims = { page: 16, search: 50 } as const
const rounds = 25

const random = seededRandom(12)
const letters = 'aeioulnrstdmkbgp'
/** Words as frequent as in a language: the n-th is drawn about 1/n as often as the first. */
const vocabulary = Array.from({ length: 20_000 }, () =>
  Array.from(
    { length: 3 + Math.floor(random.uniform() * 8) },
    () => letters[Math.floor(random.uniform() * letters.length)],
  ).join(''),
)
const wordAt = (): string => vocabulary[Math.floor(vocabulary.length ** random.uniform()) - 1] ?? 'revenue'
const sentence = (words: number): string => `${Array.from({ length: words }, wordAt).join(' ')}.`

function fill(bench: LifecycleBench, stories: number): void {
  bench.library.transaction(() => {
    for (let index = 0; index < stories; index += 1) {
      const id = `story-${index}`
      bench.create(id)
      const job = bench.lifecycle.claim(largest)
      if (job === null) throw new Error('There is no job to claim.')
      bench.clock.now += 60_000
      const paragraphs = Array.from({ length: 30 }, () => ({ text: sentence(24), insights: [], numbers: [] }))
      const story = {
        ...emptyStory(id),
        title: sentence(8),
        sections: [{ heading: sentence(3), paragraphs, charts: [] }],
      }
      bench.lifecycle.complete(job, { kind: 'story', story }, job.options_key)
      const addTags = [`tag ${index % 40}`]
      markEntries(bench.library, {
        entries: [{ kind: 'story', id }],
        favourite: index % 9 === 0,
        addTags,
        removeTags: [],
      })
    }
  })
}

interface Figures {
  readonly processorMs: number
  readonly medianMs: number
  readonly worstMs: number
  readonly found: number
}

function measure(bench: LifecycleBench, filter: Partial<EntryFilter>): Figures {
  const whole: EntryFilter = { search: '', kinds: [], order: 'newest', limit: pageSize, offset: 0, ...filter }
  let found = 0
  listEntries(bench.library, whole)
  const before = process.cpuUsage()
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now()
    found = listEntries(bench.library, whole).total
    return performance.now() - begun
  }).toSorted((left, right) => left - right)
  const { user, system } = process.cpuUsage(before)
  const processorMs = (user + system) / 1_000 / rounds
  return { processorMs, medianMs: times[Math.floor(rounds / 2)] ?? 0, worstMs: times.at(-1) ?? 0, found }
}

const stories = Number(process.argv[2] ?? 5_000)
const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-bench-'))
try {
  const bench = lifecycleBench({ file: path.join(folder, 'library.db') })
  fill(bench, stories)
  const [common = '', , , , fifth = ''] = vocabulary
  const cases: readonly (readonly [string, number, Partial<EntryFilter>])[] = [
    ['first page, newest first', aims.page, {}],
    ['first page, by title', aims.page, { order: 'title' }],
    ['first page, favourites', aims.page, { favourites: true }],
    ['first page, of a tag', aims.page, { tag: 'Tag 7' }],
    ['the last page', aims.page, { offset: Math.max(0, stories - pageSize) }],
    ['search: a common word', aims.search, { search: common }],
    ['search: two common words', aims.search, { search: `${common} ${fifth}` }],
    ['search: a rare word', aims.search, { search: vocabulary.at(-1) ?? '' }],
    ['search: one letter', aims.search, { search: common.slice(0, 1) }],
    ['search: two letters', aims.search, { search: common.slice(0, 2) }],
    ['search: a tag', aims.search, { search: 'tag 7' }],
    ['search: a common word, of a tag', aims.search, { search: common, tag: 'tag 7' }],
  ]
  process.stdout.write(`${stories} stories, ${pageSize} of them a page, ${rounds} rounds; ms\n`)
  for (const [name, aim, filter] of cases) {
    const { processorMs, medianMs, worstMs, found } = measure(bench, filter)
    const verdict = processorMs <= aim ? 'within' : 'MISSES'
    process.stdout.write(
      `${name.padEnd(34)} processor ${processorMs.toFixed(1).padStart(6)}  median ${medianMs.toFixed(1).padStart(7)}  worst ${worstMs.toFixed(1).padStart(7)}  ${verdict} ${aim}  (${found} found)\n`,
    )
  }
  bench.library.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
