/**
 * Planted tables and noise told by Storyglass and by AVA 3.4.1, the nearest library of its kind, in one run:
 * `node scripts/node24.cjs test/bench/insight/ava.ts [TABLES OF EACH]`. Of AVA only the kinds it has are asked. It is
 * installed beside the project when first run, without its packages for charts.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { withDatabase } from '../../../src/workers/runtime/duckdb/database.ts'
import { noiseSetup, noiseTable } from '../../support/noise.ts'
import { sweepNoise } from '../../support/noise-sweep.ts'
import { planted, plantedTable } from './planted/index.ts'
import type { PlantedKind, PlantedTable } from './planted/plant.ts'
import { insightsOf, says } from './planted/told.ts'

const version = '3.4.1'
const seed = Number(process.env.STORYGLASS_SEED ?? 20_261)
const repeats = Number(process.argv[2] ?? 2)
const noiseTables = 9 * repeats
/** Rows of noise given to AVA, of a table the first; of planted tables the smallest: its search for change points takes minutes for a year of days. */
const mostRows = 200

/** Our kinds that AVA has, by its names for them. */
const counterparts = {
  trend: 'trend',
  level_shift: 'change_point',
  time_outlier: 'time_series_outlier',
  correlation: 'correlation',
  dominance: 'majority',
  evenness: 'low_variance',
  outstanding: 'category_outlier',
} as const
type Compared = keyof typeof counterparts
/** AVA counts no rows: what it says of groups, it says of the sums of any measure by them. */
const ofGroups: ReadonlySet<Compared> = new Set(['dominance', 'evenness', 'outstanding'])
/** Of these a table of noise has none; the others are arithmetic. */
const inferred = new Set(['trend', 'change_point', 'time_series_outlier', 'correlation'])

interface AvaPattern {
  readonly type: string
}
interface Ava {
  getInsights(
    rows: readonly Record<string, unknown>[],
    options: { readonly limit: number },
  ): {
    readonly insights: readonly {
      readonly patterns: readonly AvaPattern[]
      readonly measures: readonly { readonly fieldName: string }[]
    }[]
  }
}

async function loadAva(): Promise<Ava> {
  const folder = path.resolve(import.meta.dirname, `../../../node_modules/.cache/ava-${version}`)
  const entry = path.join(folder, 'node_modules/@antv/ava')
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true })
    const none = 'npm:empty-npm-package@1.0.0'
    const overrides = { '@antv/g2': none, '@antv/antv-spec': none }
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, overrides }))
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@antv/ava@${version}`]
    execFileSync('npm', install, { cwd: folder, stdio: 'inherit' })
  }
  return (await import(pathToFileURL(path.join(entry, 'lib/index.js')).href)) as Ava
}

const ava = await loadAva()

function patternsOf(rows: readonly Record<string, unknown>[]): { type: string; measures: readonly string[] }[] {
  return ava
    .getInsights(rows, { limit: 10 })
    .insights.flatMap(({ patterns, measures }) =>
      patterns.map(({ type }) => ({ type, measures: measures.map(({ fieldName }) => fieldName) })),
    )
}

function rowsOf({ columns }: PlantedTable): Record<string, unknown>[] {
  const names = Object.keys(columns)
  const length = Math.max(...Object.values(columns).map((values) => values.length))
  return Array.from({ length }, (_, row) => Object.fromEntries(names.map((name) => [name, columns[name]?.[row]])))
}

/** Among its first ten, on a column that the pattern is about where it names one. */
function avaSays(name: Compared, table: PlantedTable): boolean {
  return patternsOf(rowsOf(table)).some(
    ({ type, measures }) =>
      type === counterparts[name] &&
      (ofGroups.has(name) || measures.length === 0 || measures.some((measure) => table.about.includes(measure))),
  )
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2)).padStart(5)
process.stdout.write(`seed ${seed}, ${repeats} tables of each effect and noise, of the smallest size of each kind\n`)
process.stdout.write(
  `${' '.repeat(16)}found at twice the gate   silent at half of it or none\n${' '.repeat(14)}  Storyglass     AVA         Storyglass     AVA\n`,
)
for (const name of Object.keys(counterparts) as Compared[]) {
  const kind: PlantedKind = planted[name]
  const [tally, silence] = [
    { tables: 0, own: 0, ava: 0 },
    { tables: 0, own: 0, ava: 0 },
  ]
  for (const effect of kind.effects.filter((size) => size >= 2 || size < 1)) {
    for (const n of kind.sizes.slice(0, 1)) {
      for (const noise of kind.noises) {
        for (let repeat = 0; repeat < repeats; repeat++) {
          const table = plantedTable(name, effect, n, noise, repeat, seed)
          const ten = (await insightsOf(table)).toSorted((left, right) => right.score - left.score).slice(0, 10)
          const counted = ten.filter((insight) => kind.fact === true || effect >= 2 || insight.class === 'finding')
          const [own, other] = [counted.some((insight) => says(insight, table)), avaSays(name, table)]
          const into = effect >= 2 ? tally : silence
          into.tables++
          if (own === effect >= 2) into.own++
          if (other === effect >= 2) into.ava++
        }
      }
    }
  }
  process.stdout.write(
    `${name.padEnd(16)}     ${share(tally.own, tally.tables)}   ${share(tally.ava, tally.tables)}              ${share(silence.own, silence.tables)}   ${share(silence.ava, silence.tables)}\n`,
  )
}

const own = await sweepNoise(noiseTables)
let loud = 0
for (let index = 0; index < noiseTables; index++) {
  const { query } = noiseTable(index)
  const rows = await withDatabase(detachedContext(), { threads: 1 }, async (database) => {
    for (const statement of noiseSetup) await database.run(statement)
    return database.rows<Record<string, unknown>>(`SELECT * FROM (${query}) LIMIT ${mostRows}`)
  })
  if (patternsOf(rows).some(({ type }) => inferred.has(type))) loud++
}
process.stdout.write(
  `tables of noise with a finding: Storyglass ${own.found.length} of ${noiseTables}, AVA ${loud} of ${noiseTables} (trend, change point, outlier in time or correlation)\n`,
)
