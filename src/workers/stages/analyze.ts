/** The analyze stage: profiles every table, looks for what can be said, and hands on what survives the control. */

import { availableParallelism } from 'node:os'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { formatList } from '../../shared/format/words.ts'
import { factsOfTable } from '../../shared/story/declared-facts.ts'
import { factsOfConverted, factsOfProfiled, firstFacts } from '../../shared/story/first-facts.ts'
import type { Focus } from '../../shared/story/focus.ts'
import { type ColumnsTold, namesTold } from '../../shared/story/kept-columns.ts'
import { type Note, note, withNotes } from '../../shared/story/note.ts'
import type { RowOrder } from '../../shared/story/row-order.ts'
import type { ConvertedTable, ProfiledColumn, ProfiledTable } from '../../shared/story/table.ts'
import { Artefacts } from '../analysis/artefacts.ts'
import { declaredOf } from '../analysis/declared.ts'
import { findTotals, withoutTotals } from '../analysis/find-totals.ts'
import { applyFocus, checkFocus, type FocusedTable } from '../analysis/focus.ts'
import { completeSample } from '../analysis/profile/complete-sample.ts'
import { type ProfilePart, profileTable } from '../analysis/profile/profile.ts'
import { readAsAsked, withRolesOfTypes } from '../analysis/read-as-asked.ts'
import { learnRanges } from '../analysis/relations/ranges.ts'
import { namedAsAsked } from '../analysis/renamed.ts'
import { rowNoun } from '../analysis/row-noun.ts'
import { schemaOf, type TableSchema } from '../analysis/schema.ts'
import { findSecondNames } from '../analysis/second-names.ts'
import { findTime } from '../analysis/series/axis.ts'
import type { RowsInTime } from '../analysis/series/kind.ts'
import { withUnitsOfNames } from '../analysis/units-in-names.ts'
import { type DetectorOfKind, expectedDetectors, expectedPhases, profilePhase } from '../insights/expected-work.ts'
import { findInsights } from '../insights/find-insights.ts'
import type { TableToTell } from '../insights/look-at-tables.ts'
import type { WorkContext } from '../runtime/context.ts'
import { withQueryProgress } from '../runtime/duckdb/query-progress.ts'
import { isolated } from '../runtime/own-fault.ts'
import { WorkPlan } from '../runtime/work-plan.ts'
import { type DuckdbSource, withDuckdbSource } from '../source/duckdb/source.ts'
import { openTables } from '../source/duckdb/tables.ts'
import { RememberingSource } from '../source/remembering-source.ts'

export interface Analysis {
  readonly output: StageOutput<'analyze'>
  /** Milliseconds by part, for the benchmark. */
  readonly timings: Record<string, number>
}

export async function analyze(input: StageInput<'analyze'>, context: WorkContext): Promise<StageOutput<'analyze'>> {
  const { keptColumns: kept, ...told } = input
  if (kept === undefined) return (await analyzeTimed(told, context)).output
  const given = { name: kept.from, columns: formatList(namesTold(kept.columns).map((name) => `“${name}”`)) }
  try {
    const focus = { ...told.focus, ...kept.columns }
    const { output } = await analyzeTimed({ ...told, focus, keptColumns: kept }, context)
    const columns = withOrdersHere(kept.columns, output.tables)
    return { ...noting(output, note('asked.asToldOf', given), context), keptColumns: { ...kept, columns } }
  } catch (error) {
    if (!(error instanceof StoryglassError) || !doesNotFit.has(error.reason)) throw error
    const { output } = await analyzeTimed(told, context)
    return noting(output, note('asked.doesNotFit', given), context)
  }
}

/** Why the columns of a source cannot be as they were told of another. */
const doesNotFit: ReadonlySet<string> = new Set([
  'no_such_column',
  'name_impossible',
  'role_impossible',
  'type_impossible',
  'order_impossible',
])

/** Of an order only the categories that this source has, too: as it is told of this one from now on. */
function withOrdersHere(columns: ColumnsTold, tables: readonly ProfiledTable[]): ColumnsTold {
  if (columns.orders === undefined) return columns
  const here = (name: string): readonly string[] | undefined =>
    tables.flatMap((table) => table.columns).find((one) => one.name === name || one.sourceName === name)?.order
  const orders = Object.entries(columns.orders).map(([name, order]) => [name, [...(here(name) ?? order)]])
  return { ...columns, orders: Object.fromEntries(orders) }
}

/** With one more note on its first table. */
function noting(output: StageOutput<'analyze'>, told: Note, { texts }: WorkContext): StageOutput<'analyze'> {
  const tables = output.tables.map((table, index) => (index === 0 ? withNotes(texts, table, [told]) : table))
  return { ...output, tables }
}

/**
 * Analyses the tables of `input` with all detectors, or those given; see `analyze`. What is kept of columns is in its
 * focus already. Throws `CancelledError` when the context is cancelled.
 */
export function analyzeTimed(
  input: StageInput<'analyze'>,
  context: WorkContext,
  detectors?: readonly DetectorOfKind[],
): Promise<Analysis> {
  const plan = new WorkPlan(context, expectedPhases(input.tables))
  const columns = input.tables.reduce((sum, table) => sum + table.columns.length, 0)
  const options = { threads: availableParallelism(), temporaryFolder: input.outputDir, columns }
  return plan.keepMoving(() =>
    withDuckdbSource(context, options, (source) => analyzeWith(source, input, context, plan, detectors)),
  )
}

async function analyzeWith(
  source: DuckdbSource,
  input: StageInput<'analyze'>,
  context: WorkContext,
  plan: WorkPlan,
  detectors: readonly DetectorOfKind[] | undefined,
): Promise<Analysis> {
  plan.begin(profilePhase(0, 'values'), `${input.tables[0]?.name ?? ''}: counting values`)
  const open = (tables: readonly ConvertedTable[]): Promise<void> =>
    openTables(source.database, input.convertDir, tables, { forManyQueries: true })
  const named = namedAsAsked(input.tables, input.focus, context.texts)
  await open(named.tables)
  checkFocus(named.focus, named.tables)
  const ofAnother = input.keptColumns !== undefined
  const read = await readAsAsked(source, open, named.tables, named.focus, context.texts, ofAnother)
  const { tables: asked, compared } = read
  const target = named.focus?.target ?? compared ?? undefined
  const about = target === undefined ? undefined : { column: target, leads: target === compared }
  const focus = focusedOn(withRolesOfTypes(named.focus), target)
  const timings: Record<string, number> = {}
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now()
    try {
      return await work()
    } finally {
      timings[name] = (timings[name] ?? 0) + performance.now() - started
    }
  }
  const profiles: FocusedTable[] = []
  const tables: TableToTell[] = []
  const known = asked.map(factsOfConverted)
  let remembering = new RememberingSource(source)
  const prepare = async (index: number, table: ConvertedTable): Promise<Prepared> => {
    const steps = {
      begin: (part: ProfilePart | 'time', note: string) => plan.begin(profilePhase(index, part), note),
      part: () => plan.part(),
      within: (fraction: number) => plan.within(fraction),
    }
    const profile = await timed('profile', () =>
      withQueryProgress(source.database, { within: steps.within }, () => profileTable(source, context, table, steps)),
    )
    const focused = applyFocus(profile, focus)
    const { analysed } = focused
    known[index] = factsOfProfiled(profiledTable(focused, context))
    context.facts(firstFacts(known))
    steps.begin('time', `${table.name}: order in time`)
    const time = await timed('time axis', () => findTime(source, analysed))
    if (time.order !== null) {
      known[index] = factsOfProfiled(profiledTable(focused, context), rowOrderOf(time.order))
      context.facts(firstFacts(known))
    }
    const secondNames = await findSecondNames(source, analysed)
    const declared = factsOfTable(focus?.facts, table.columns)
    const schema = schemaOf(analysed, time, secondNames, target, declaredOf(declared, focused.profile.columns))
    await completeSample(source, context, schema)
    const prepared: Prepared = {
      focused,
      schema,
      weighed: false,
      artefacts: new Artefacts(remembering, schema, context, () => {
        if (prepared.weighed) plan.part()
      }),
    }
    return prepared
  }
  for (const [index, table] of asked.entries()) {
    let prepared = await prepare(index, table)
    // A total is not one of the things it is the total of, whatever is said of them.
    const { schema: whole, artefacts: ofAll } = prepared
    const totals = await isolated(
      context,
      { part: 'search', subject: 'totals' },
      () => (input.keepTotals === true ? [] : findTotals(whole, ofAll)),
      () => [],
    )
    if (totals.length > 0) {
      const without = await withoutTotals(source, table, totals, (one) => open([one]), context.texts)
      // What was remembered is of all rows.
      remembering = new RememberingSource(source)
      prepared = await prepare(index, without)
    }
    const { focused, schema, artefacts } = prepared
    profiles.push(focused)
    await learnRanges(schema, artefacts)
    const expected = await isolated(
      context,
      { part: 'progress', subject: table.name },
      () => expectedDetectors(schema, index, detectors),
      () => [],
    )
    plan.weigh(expected)
    prepared.weighed = true
    tables.push({ schema, artefacts })
  }
  const told = await findInsights(remembering, context, tables, input.seed, plan, detectors, about)
  for (const { artefacts } of tables) {
    for (const [name, ms] of Object.entries(artefacts.timings)) {
      timings[`artefact ${name}`] = (timings[`artefact ${name}`] ?? 0) + ms
    }
  }
  plan.end()
  return {
    output: {
      tables: profiles.map((profile, index) =>
        withDeclared(withRows(profiledTable(profile, context), tables[index]?.schema ?? null), focus),
      ),
      insights: told.insights,
      method: told.method,
    },
    timings: { ...timings, ...told.timings },
  }
}

/** A table with what is known of it before anything is looked for. */
interface Prepared {
  readonly focused: FocusedTable
  readonly schema: TableSchema
  readonly artefacts: Artefacts
  /** Whether it is known how many results are to come. */
  weighed: boolean
}

function focusedOn(focus: Focus | undefined, target: string | undefined): Focus | undefined {
  return target === undefined ? focus : { ...focus, target }
}

function withDeclared(table: ProfiledTable, focus: Focus | undefined): ProfiledTable {
  const declared = factsOfTable(focus?.facts, table.columns)
  return declared === null ? table : { ...table, declared }
}

/** With what a row is called, and what rows are to each other in time. */
function withRows(table: ProfiledTable, schema: TableSchema | null): ProfiledTable {
  const rowsInTime = schema?.order ?? null
  const noun = rowNoun({ ...table, followed: (rowsInTime?.kind ?? 'events') !== 'events' })
  return {
    ...table,
    ...(noun === null ? {} : { rowNoun: noun }),
    ...(rowsInTime === null ? {} : { order: rowOrderOf(rowsInTime) }),
  }
}

function rowOrderOf({ kind, entity, column }: RowsInTime): RowOrder {
  return { kind, entity: entity.map((one) => one.column.name), time: column.column.name }
}

function profiledTable(
  { profile: { converted, columns }, analysed, note }: FocusedTable,
  { texts }: WorkContext,
): ProfiledTable {
  const told = note === null ? converted : withNotes(texts, converted, [note])
  const isAnalysed = new Set(analysed.columns.map(({ column }) => column.name))
  const profiled = columns.map(
    ({ column: { leftOut: _, ...column } }): ProfiledColumn =>
      isAnalysed.has(column.name) ? column : { ...column, leftOut: true },
  )
  return { ...told, columns: [...withUnitsOfNames(profiled)] }
}
