/**
 * Whole stories, from a CSV to charts, in a process that has told one before as the threads of a running application
 * have: time, processor time and peak memory beside what is aimed at. `node test/bench/stories.ts [NAME...]`, by default
 * all but the largest.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stageNames } from '../../src/shared/job/stage.ts'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { salesQuery, salesSetup } from './analyze.ts'
import { besideMachineSpeed, formatMachineSpeed, type MachineSpeed, writeYardstick } from './machine-speed.ts'
import { runStage } from './pipeline.ts'

interface Story {
  readonly title: string
  readonly query: string
  /** Of two idle cores. */
  readonly aimSeconds: number
  readonly aimBytes: number | null
}

/** From the start of the first stage until the first facts are handed out. */
const aimSecondsToFacts = 2

/** A year of days with three dimensions and two measures. */
const dailyQuery = `SELECT DATE '2024-01-01' + i::INTEGER AS date, 'R' || (hash(i, 1) % 4) AS region,
  ['web', 'store', 'phone'][1 + (hash(i, 2) % 3)::INTEGER] AS channel, 'P' || (hash(i, 3) % 6) AS product,
  100 + 0.2 * i + 20 * u(i, 4) AS revenue, 5 + floor(20 * u(i, 5)) AS orders FROM range(365) rows(i)`

const stories = {
  daily: { title: '365 days, 3 dimensions, 2 measures', query: dailyQuery, aimSeconds: 0.5, aimBytes: null },
  '1k': { title: '1,000 × 20', query: salesQuery(1_000), aimSeconds: 1, aimBytes: null },
  '100k': { title: '100,000 × 20', query: salesQuery(100_000), aimSeconds: 2, aimBytes: null },
  '1M': { title: '1,000,000 × 20', query: salesQuery(1_000_000), aimSeconds: 8, aimBytes: null },
  '10M': { title: '10,000,000 × 20', query: salesQuery(10_000_000), aimSeconds: 60, aimBytes: 1.5e9 },
} as const satisfies Record<string, Story>

type Name = keyof typeof stories
const usual: readonly Name[] = ['daily', '1k', '100k', '1M']

function isName(name: string): name is Name {
  return Object.hasOwn(stories, name)
}

interface Told {
  readonly elapsedMs: number
  readonly processorMs: number
  readonly peakBytes: number
  readonly factsMs: number
  readonly stages: readonly StageCost[]
}

interface StageCost {
  readonly stage: string
  readonly elapsedMs: number
  readonly processorMs: number
}

/** Milliseconds of the processor that this process has taken since `before`. */
function processorMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

async function writeCsv(query: string, folder: string): Promise<void> {
  await withDatabase(detachedContext(), {}, async (database) => {
    for (const statement of salesSetup) await database.run(statement)
    await database.run(`COPY (${query}) TO ${quoteText(path.join(folder, 'table.csv'))} (HEADER)`)
  })
}

async function tellStory(query: string): Promise<Told> {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-stories-'))
  try {
    await writeCsv(query, folder)
    const started = performance.now()
    const processor = process.cpuUsage()
    const stages: StageCost[] = []
    let factsMs: number | null = null
    const facts = (): void => {
      factsMs ??= performance.now() - started
    }
    for (const stage of stageNames) {
      const [begun, before] = [performance.now(), process.cpuUsage()]
      await runStage(stage, folder, detachedContext({ facts }))
      stages.push({ stage, elapsedMs: performance.now() - begun, processorMs: processorMsSince(before) })
    }
    return {
      elapsedMs: performance.now() - started,
      processorMs: processorMsSince(processor),
      peakBytes: process.resourceUsage().maxRSS * 1_024,
      factsMs: factsMs ?? Number.POSITIVE_INFINITY,
      stages,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each figure beside its aim; processor time says more than time where the machine is busy. */
function lines(aimed: Story, told: Told): string {
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
  const peakAim = aimed.aimBytes === null ? '' : ` (aim ${megabytes(aimed.aimBytes)})`
  const stages = told.stages.map((one) => `${one.stage} ${seconds(one.processorMs)} (${seconds(one.elapsedMs)})`)
  return [
    `${aimed.title.padEnd(36)} ${seconds(told.elapsedMs).padStart(9)} (aim ${aimed.aimSeconds} s), ${seconds(told.processorMs)} of processor time`,
    `  first facts after ${seconds(told.factsMs)} (aim ${aimSecondsToFacts} s), peak ${megabytes(told.peakBytes)}${peakAim}`,
    `  processor time (and time) of ${stages.join(', ')}`,
  ].join('\n')
}

/** As the aim has it, of a machine as fast as the one it was set on. */
function atAimedSpeed(aimed: Story, { elapsedMs }: Pick<Told, 'elapsedMs'>, speed: MachineSpeed): string {
  const seconds = elapsedMs / 1_000 / speed.slowness
  return `  ${formatMachineSpeed(speed)}: ${seconds.toFixed(2)} s there (aim ${aimed.aimSeconds} s)`
}

async function runAll(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !isName(name))
  if (unknown.length > 0)
    throw new Error(`No story ${unknown.join(', ')}. There are: ${Object.keys(stories).join(', ')}`)
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-stories-'))
  try {
    const yardstick = await writeYardstick(folder)
    for (const name of wanted.length > 0 ? wanted.filter(isName) : usual) {
      const [{ status, stdout }, speed] = besideMachineSpeed(yardstick, () =>
        spawnSync(process.execPath, [import.meta.filename, '--run', name], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      )
      if (status !== 0) {
        process.exitCode = 1
        continue
      }
      const told = JSON.parse(stdout) as Told
      const aimed: Story = stories[name]
      process.stdout.write(`${lines(aimed, told)}\n${atAimedSpeed(aimed, told, speed)}\n`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const [mode, name = ''] = process.argv.slice(2)
  if (mode === '--run' && isName(name)) {
    const story: Story = stories[name]
    // Another story first, so that what is loaded and compiled once is not counted.
    for (let warming = 0; warming < 2; warming++) await tellStory(salesQuery(2_000))
    process.stdout.write(JSON.stringify(await tellStory(story.query)))
  } else await runAll(process.argv.slice(2))
}
