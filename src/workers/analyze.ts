/** The analyze stage: profiles every table, looks for what can be said, and hands on what survives the control. */
import { availableParallelism } from 'node:os'
import type { StageInput, StageOutput } from '../shared/contract/stages.ts'
import type { ProfiledTable } from '../shared/story/table.ts'
import type { WorkContext } from './context.ts'
import { type Database, withDatabase } from './duckdb/database.ts'
import { openTables } from './duckdb/tables.ts'
import { Artefacts } from './insight/artefacts.ts'
import { detectors } from './insight/detectors/index.ts'
import { schemaOf } from './insight/schema.ts'
import { findSecondNames } from './insight/second-names.ts'
import { findTime } from './insight/series/axis.ts'
import { type TableToTell, tell } from './insight/tell.ts'
import { profileTable, type TableProfile } from './profile/profile.ts'

/** Steps of a table beside its detectors: counting, statistics, roles, time axis. */
const profileSteps = 4

export interface Analysis {
  readonly output: StageOutput<'analyze'>
  /** Milliseconds by part, for the benchmark. */
  readonly timings: Record<string, number>
}

export async function analyze(input: StageInput<'analyze'>, context: WorkContext): Promise<StageOutput<'analyze'>> {
  return (await analyzeTimed(input, context)).output
}

/** Analyses the tables of `input`; see `analyze`. Throws `CancelledError` when the context is cancelled. */
export function analyzeTimed(input: StageInput<'analyze'>, context: WorkContext): Promise<Analysis> {
  return withDatabase(context, { threads: availableParallelism(), temporaryFolder: input.outputDir }, (database) =>
    analyzeWith(database, input, context),
  )
}

async function analyzeWith(database: Database, input: StageInput<'analyze'>, context: WorkContext): Promise<Analysis> {
  await openTables(database, input.convertDir, input.tables)
  const total = input.tables.length * (profileSteps + detectors.length) + 1
  let done = 0
  const step = (note: string): void => {
    done++
    context.progress({ done: Math.min(done, total), total, unit: 'steps', note })
  }
  const timings: Record<string, number> = {}
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now()
    try {
      return await work()
    } finally {
      timings[name] = (timings[name] ?? 0) + performance.now() - started
    }
  }
  const profiles: TableProfile[] = []
  const tables: TableToTell[] = []
  for (const table of input.tables) {
    const profile = await timed('profile', () => profileTable(database, context, table, step))
    profiles.push(profile)
    const { axis, fine, order } = await timed('time axis', () => findTime(database, profile))
    step(`${table.name}: order in time`)
    const secondNames = await findSecondNames(database, profile)
    const schema = schemaOf(profile, axis, order, secondNames, fine)
    tables.push({ schema, artefacts: new Artefacts(database, schema, context) })
  }
  const told = await tell(database, context, tables, input.seed, step)
  for (const { artefacts } of tables) {
    for (const [name, ms] of Object.entries(artefacts.timings)) {
      timings[`artefact ${name}`] = (timings[`artefact ${name}`] ?? 0) + ms
    }
  }
  return {
    output: { tables: profiles.map(profiledTable), insights: told.insights, method: told.method },
    timings: { ...timings, ...told.timings },
  }
}

function profiledTable({ converted, columns }: TableProfile): ProfiledTable {
  return { ...converted, columns: columns.map((profile) => profile.column) }
}
