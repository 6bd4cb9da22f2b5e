// `npm run mutants [-- AREA...] [--list] [--only NAME] [--sample PERCENT] [--seed N]`: changes the sources of each area of
// config/mutation/areas.mjs one place at a time and counts how many changes its tests notice. What was found before is
// kept and only what changed since, and what survived, is run again. Besides the areas there is `by hand`, the changes of
// config/mutation/by-hand.mjs.
// The table tells apart what was noticed, what was not for a reason on record in config/mutation/survivors.json (mostly:
// the change changes nothing), and what is left. `--list` prints each of the last.
// `--only kendall` takes the sources with that in their path alone, with the tests that import them.
// `--sample 10` runs a tenth of the changes, drawn by `--seed`: a large area takes hours.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { aim, areas } from '../config/mutation/areas.mjs'
import { sampleVariable } from '../config/mutation/sample.mjs'
import { runByHand } from './mutants-by-hand.mjs'
import { forgetSurvivors, readReport, unexplained } from './mutation-report.mjs'

const root = path.dirname(import.meta.dirname)
const cache = 'node_modules/.cache/mutation'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const sample = { percent: Number(values.sample), seed: Number(values.seed) }
if (!(sample.percent > 0 && sample.percent <= 100 && Number.isInteger(sample.seed))) {
  process.stderr.write('--sample takes a percentage above 0 and up to 100, --seed a whole number.\n')
  process.exit(2)
}
const byHand = 'by hand'
const names = [...areas.map(({ name }) => name), byHand]
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No area ${unknown.join(', ')}; there are ${names.join(', ')}.\n`)
  process.exit(2)
}

const { reasons } = JSON.parse(readFileSync(path.join(root, 'config/mutation/survivors.json'), 'utf8'))
const rows = []
mkdirSync(path.join(root, cache), { recursive: true })
for (const name of names.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  const area = areas.find((one) => one.name === name)
  const report = area === undefined ? runByHand() : run(area)
  if (report === null) {
    rows.push({ area: name, failed: true })
    continue
  }
  const left = unexplained(report.survivors, reasons)
  rows.push({ area: name, ...report, explained: report.survivors.length - left.length })
  if (values.list) for (const { place, change } of left) process.stdout.write(`${place}\n${change}\n`)
}

/** The sources of an area that are changed: those of `--only`, if any are asked for. */
function sourcesOf(mutate) {
  if (values.only.length === 0) return mutate
  const left = new Set(
    globSync(
      mutate.filter((glob) => !glob.startsWith('!')),
      { cwd: root },
    ),
  )
  for (const glob of mutate.filter((one) => one.startsWith('!'))) left.delete(glob.slice(1))
  return [...left].filter((file) => values.only.some((name) => file.includes(name)))
}

/** Runs the area and reads its report; null where there is none. */
function run({ name, mutate, tests }) {
  const empty = [...mutate.filter((glob) => !glob.startsWith('!')), ...tests].filter(
    (glob) => globSync(glob, { cwd: root }).length === 0,
  )
  if (empty.length > 0) {
    process.stderr.write(`${name}: nothing lies at ${empty.join(', ')}; mend config/mutation/areas.mjs\n`)
    return null
  }
  const part = [...values.only, ...(sample.percent < 100 ? [sample.percent, sample.seed] : [])]
  const slug = [name.replaceAll(' ', '-'), ...part.map((one) => String(one).replaceAll(/\W/g, '-'))].join('.')
  const file = path.join(root, cache, `${slug}.json`)
  rmSync(file, { force: true })
  forgetSurvivors(path.join(root, cache, `${slug}.incremental.json`))
  const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const result = spawnSync(
    process.execPath,
    [stryker, 'run', 'config/mutation/stryker.config.mjs', '--mutate', sourcesOf(mutate).join(',')],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        STORYGLASS_MUTATION_AREA: slug,
        STORYGLASS_MUTATION_CACHE: cache,
        STORYGLASS_MUTATION_TESTS: JSON.stringify(tests),
        ...(sample.percent < 100 ? { [sampleVariable]: `${sample.percent}/${sample.seed}` } : {}),
      },
    },
  )
  if (result.status === 0 && existsSync(file)) return readReport(file)
  process.stderr.write(`${name}: Stryker failed\n${result.stdout}${result.stderr}\n`)
  return null
}

if (sample.percent < 100) process.stdout.write(`${sample.percent} % of the changes, drawn by the seed ${sample.seed}\n`)
const cell = (value, width) => String(value).padStart(width)
process.stdout.write(
  `${'area'.padEnd(18)}${['noticed', 'of', 'share', 'explained', 'unexplained'].map((title) => cell(title, 11)).join(' ')}\n`,
)
for (const row of rows) {
  if (row.failed) process.stdout.write(`${row.area.padEnd(18)} did not run\n`)
  else {
    const { area, noticed, changes, survivors, explained } = row
    const counts = [
      noticed,
      changes,
      `${((100 * noticed) / changes).toFixed(1)} %`,
      explained,
      survivors.length - explained,
    ]
    process.stdout.write(`${area.padEnd(18)}${counts.map((value) => cell(value, 11)).join(' ')}\n`)
  }
}
process.exit(rows.every((row) => !row.failed && 100 * row.noticed >= aim * row.changes) ? 0 : 1)
