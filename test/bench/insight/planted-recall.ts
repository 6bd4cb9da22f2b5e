/**
 * How much of what is planted is said, and how truly: `node scripts/node24.cjs test/bench/insight/planted-recall.ts [REPEATS]
 * [KIND...] [--told]`, which prints what was said where it should not have been, or instead of what should.
 * At twice its gate a pattern should stand among the ten statements of highest score, in its direction and
 * at its place; at half of it (or with none) nothing of the kind should be found. Below a kind that was planted in more
 * than one noise or size stands what was said of it by effect, noise and rows.
 */
import { parseArgs } from 'node:util'
import type { InsightDraft } from '../../../src/shared/story/insight.ts'
import { SaidByNoise } from './planted/by-noise.ts'
import { type PlantedName, planted, plantedTable } from './planted/index.ts'
import { dayOf, type PlantedKind, type PlantedTable } from './planted/plant.ts'
import { insightsOf, says } from './planted/told.ts'

const seed = Number(process.env.STORYGLASS_SEED ?? 20_261)
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { told: { type: 'boolean' } } })
const [repeats = '2', ...only] = positionals
const aims = { recall: 0.95, direction: 0.99, place: 0.9, precision: 0.95, duplicates: 0.05 }
const twice = 2

interface Tally {
  tables: number
  found: number
  directed: number
  directions: number
  placed: number
  places: number
  silent: number
  silences: number
  /** Findings about the planted columns only, and all findings, in tables that hold something. */
  own: number
  findings: number
  repeated: number
  readonly missed: string[]
}

const emptyTally = (): Tally => ({
  ...{ tables: 0, found: 0, directed: 0, directions: 0, placed: 0, places: 0, silent: 0, silences: 0 },
  ...{ own: 0, findings: 0, repeated: 0, missed: [] },
})

const firstTen = (insights: readonly InsightDraft[]): InsightDraft[] =>
  insights.toSorted((left, right) => right.score - left.score).slice(0, 10)

const upwards = new Set(['up', 'higher', 'positive'])

function placedRight(insight: InsightDraft, place: NonNullable<PlantedTable['place']>): boolean {
  if (typeof place === 'string') return insight.location === place
  return Math.abs(dayOf(String(insight.location)) - place.day) <= place.within
}

/** With `--told`: the statements of one table, best first. */
function show(name: string, fault: string, insights: readonly InsightDraft[]): void {
  if (options.told !== true) return
  process.stdout.write(`  ${fault}: ${name}\n`)
  for (const { type, score, columns, direction, location } of insights) {
    process.stdout.write(`    ${score.toFixed(0)} ${type} of ${columns.join(', ')}, ${direction}, at ${location}\n`)
  }
}

function judge(
  tally: Tally,
  table: PlantedTable,
  effect: number,
  insights: readonly InsightDraft[],
  name: string,
  fact: boolean,
): void {
  const findings = insights.filter((insight) => insight.class === 'finding')
  if (effect < 1) {
    tally.silences++
    const spoken = fact ? insights : findings
    const loud = spoken.filter((insight) => says(insight, table))
    if (loud.length === 0) tally.silent++
    else show(name, 'spoke', loud)
    return
  }
  if (effect < twice) return
  tally.tables++
  tally.findings += findings.length
  tally.own += findings.filter(({ columns }) => columns.some((column) => table.about.includes(column))).length
  const ten = firstTen(insights)
  const said = ten.filter((insight) => says(insight, table))
  const [first] = said
  if (first === undefined) {
    tally.missed.push(name)
    show(name, 'missed', ten)
    return
  }
  tally.found++
  // A fact gives its base to what is found: the highest day of a year beside a day that nobody expected.
  const alike = said.filter((insight) => (insight.class === 'fact') === (first.class === 'fact'))
  tally.repeated += alike.length - 1
  if (alike.length > 1) show(name, 'repeated', alike)
  const { place } = table
  const there = place === undefined ? first : said.find((insight) => placedRight(insight, place))
  if (table.direction !== undefined) {
    tally.directions++
    if (upwards.has((there ?? first).direction) === (table.direction === 'up')) tally.directed++
  }
  if (place !== undefined) {
    tally.places++
    if (there !== undefined) tally.placed++
  }
}

const share = (part: number, whole: number): string => (whole === 0 ? '   –' : (part / whole).toFixed(2).padStart(4))
const row = (name: string, tally: Tally): string =>
  [
    name.padEnd(20),
    `${tally.found} of ${tally.tables}`.padStart(10),
    share(tally.found, tally.tables),
    share(tally.directed, tally.directions),
    share(tally.placed, tally.places),
    share(tally.own, tally.findings),
    share(tally.repeated, tally.found),
    share(tally.silent, tally.silences),
  ].join('  ')

process.stdout.write(`seed ${seed}, ${repeats} tables of each size, effect and noise (STORYGLASS_SEED, REPEATS)\n`)
process.stdout.write(`${'planted'.padEnd(20)}       found  rec.  dir.  plac  prec  dupl  silent below the gate\n`)
const all = emptyTally()
for (const name of Object.keys(planted) as PlantedName[]) {
  if (only.length > 0 && !only.includes(name)) continue
  const kind: PlantedKind = planted[name]
  const tally = emptyTally()
  const said = new SaidByNoise(kind)
  for (const effect of kind.effects) {
    for (const n of kind.sizes) {
      for (const noise of kind.noises) {
        for (let repeat = 0; repeat < Number(repeats); repeat++) {
          const table = plantedTable(name, effect, n, noise, repeat, seed)
          const insights = await insightsOf(table)
          judge(tally, table, effect, insights, `${noise} ${n} #${repeat}`, kind.fact === true)
          said.count(
            { effect, noise, n },
            firstTen(insights).some((insight) => says(insight, table)),
          )
        }
      }
    }
  }
  process.stdout.write(
    `${row(name, tally)}${tally.missed.length > 0 ? `  missed: ${tally.missed.slice(0, 6).join(', ')}` : ''}\n`,
  )
  process.stdout.write(said.text())
  for (const key of Object.keys(all) as (keyof Tally)[]) {
    if (key !== 'missed') all[key] += tally[key]
  }
}
process.stdout.write(`${row('all', all)}\n`)
process.stdout.write(
  `aims: recall ${aims.recall}, direction ${aims.direction}, place ${aims.place}, precision ${aims.precision}, duplicates at most ${aims.duplicates}\n`,
)
const good =
  all.found >= aims.recall * all.tables &&
  all.directed >= aims.direction * all.directions &&
  all.placed >= aims.place * all.places &&
  all.own >= aims.precision * all.findings &&
  all.repeated <= aims.duplicates * all.found
process.exitCode = good ? 0 : 1
