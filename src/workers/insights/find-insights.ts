/** From profiled tables to ranked statements: run every detector, control for all that was tried, fill in the numbers. */
import { createHash } from 'node:crypto'
import { countDropped, dropReasons } from '../../shared/story/dropped.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { Method } from '../../shared/story/story.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import type { Artefacts } from '../analysis/artefacts.ts'
import { controlMultiplicity, type TestFamily } from '../analysis/control.ts'
import { sameCourse } from '../analysis/redundancy.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { WorkContext } from '../runtime/context.ts'
import { inLanes } from '../runtime/in-lanes.ts'
import { isolated } from '../runtime/own-fault.ts'
import type { WorkPlan } from '../runtime/work-plan.ts'
import type { TableSource } from '../source/table-source.ts'
import type { Detector, DetectorRun, Outcome, ScoreInputs, Statement } from './detector.ts'
import {
  detectors as allDetectors,
  type DetectorOfKind,
  detectorPhase,
  evidencePhase,
  expectedEvidence,
} from './expected-work.ts'
import { EvidenceReader } from './fill-evidence.ts'
import { kindOf } from './kinds/index.ts'
import { gatherLikewise } from './likewise.ts'
import { ofPopulation } from './of-population.ts'
import { keyOf, scoreOf, selectLeading, type Twins } from './rank.ts'
import type { Ranked } from './ranked.ts'
import { heldSame } from './scrutiny/held-same.ts'
import type { Finding } from './scrutiny/perturbed.ts'
import { shaken } from './scrutiny/shaken.ts'
import { type Caveat, caveatText } from './words/caveats.ts'

export const falseDiscoveryRate = 0.05
/** A statement that passed its gate and is this unlikely alone, but not among all that was tried, is worth a look. */
const leadP = 0.02

/** Detectors, and statements, at work at a time: one waits for the database while another computes. */
const lanes = 2

/** In the order statements of them are handed on. */
const classes = ['finding', 'fact', 'lead', 'quality'] as const
const most = { finding: 24, fact: 30, lead: 5, quality: 40 } as const

export interface TableToTell {
  readonly schema: TableSchema
  readonly artefacts: Artefacts
}

interface Looked {
  readonly table: string
  readonly family: string | null
  readonly id: string
  readonly outcome: Outcome
}

export interface Told {
  readonly insights: InsightDraft[]
  readonly method: Method
  /** Milliseconds by detector, waiting for its queries and for what else is at work beside it. */
  readonly timings: Record<string, number>
}

/**
 * Looks at every table with every detector. A detector that fails, and a statement whose evidence cannot be computed,
 * costs itself: it is recorded as a defect and counted in the method. `plan` holds the phases of `expected-work.ts`.
 */
export async function tell(
  source: TableSource,
  context: WorkContext,
  tables: readonly TableToTell[],
  seed: number,
  plan: WorkPlan,
  detectors: readonly DetectorOfKind[] = allDetectors,
  about?: About,
): Promise<Told> {
  const dropped: string[] = []
  const timings: Record<string, number> = {}
  const looked: Looked[] = []
  for (const [tableIndex, { schema, artefacts }] of tables.entries()) {
    const looks = await inLanes(lanes, detectors, async ({ type, detector }, index) => {
      const started = performance.now()
      plan.begin(detectorPhase(tableIndex, index), `${schema.name}: looking for ${type.replaceAll('_', ' ')}`)
      const found = await isolated(
        context,
        { part: 'detector', subject: type },
        () => look(detector, { schema, artefacts, context, seed }),
        () => {
          dropped.push(dropReasons.search)
          return foundNothing
        },
      )
      timings[type] = (timings[type] ?? 0) + performance.now() - started
      await context.yieldToEventLoop()
      return found
    })
    for (const [index, { family, outcomes }] of looks.entries()) {
      // Of a whole population its rows are compared without a test.
      const untested = schema.declared.population && isOfRows(detectors[index])
      const named = family !== null && tables.length > 1 ? `${schema.name}: ${family}` : family
      for (const outcome of outcomes) {
        looked.push({ table: schema.name, family: untested ? null : named, id: String(looked.length), outcome })
      }
    }
  }
  const control = controlMultiplicity(familiesOf(looked), falseDiscoveryRate)
  const ranked = looked.flatMap((one): Ranked[] => {
    const { statement, p } = one.outcome
    if (statement === null) return []
    const tested = one.family === null ? null : (control.tests.get(one.id) ?? null)
    const q = tested?.q ?? null
    const kept = one.family === null || tested?.kept === true
    // What does not stand out from the irregular is no lead where there is no more to be seen of it.
    const isWhole = tableNamed(tables, one.table)?.schema.declared.population === true
    if (!kept && (isWhole || !((p ?? 1) < (statement.leadP ?? leadP)))) return []
    const class_ = kept ? statement.class : 'lead'
    return [{ table: one.table, statement, class: class_, p, q, ...scoreOf(focusedOn(about, statement), q) }]
  })
  const started = performance.now()
  const twins = tables.flatMap(({ schema }) =>
    sameCourse(schema).map(([first, second]): Twins => ({ table: schema.name, first, second })),
  )
  const insights = await fillIn(source, context, tables, ranked, twins, plan, dropped)
  timings.evidence = performance.now() - started
  return {
    insights,
    timings,
    method: {
      testsRun: control.testsTried,
      kept: control.families.reduce((sum, family) => sum + family.kept, 0),
      told: insights.filter((insight) => insight.class === 'finding' && !isUntested(tables, insight)).length,
      q: falseDiscoveryRate,
      families: control.families.map((family) => ({ ...family })),
      sampled: tables.some(({ schema }) => schema.sample.partial),
      rowsAnalysed: tables.reduce((sum, { schema }) => sum + schema.rows, 0),
      dropped: countDropped(dropped),
      ...boundedOf(tables),
    },
  }
}

function boundedOf(tables: readonly TableToTell[]): Pick<Method, 'bounded'> {
  const bounded = tables.flatMap(({ schema: { name, columns, bounds } }) =>
    bounds === null ? [] : [{ table: name, columns: columns.length, ...bounds }],
  )
  return bounded.length === 0 ? {} : { bounded }
}

/** The column a story is to be about. */
export interface About {
  readonly column: string
  /** Whether it is there to be compared by: then what is about other columns comes after all that is about it. */
  readonly leads: boolean
}

/** What is left of the readability of a statement that is not about the column a person asked for. */
const besideTarget = 0.5
const besideComparison = 0.15

function focusedOn(about: About | undefined, { score, columns }: Statement): ScoreInputs {
  if (about === undefined || columns.includes(about.column)) return score
  return { ...score, readability: (about.leads ? besideComparison : besideTarget) * score.readability }
}

/** Whether it is a finding by its size alone. */
function isUntested(tables: readonly TableToTell[], { table, type }: InsightDraft): boolean {
  return tableNamed(tables, table)?.schema.declared.population === true && kindOf(type).ofRows === true
}

function isOfRows(detector: DetectorOfKind | undefined): boolean {
  return detector !== undefined && kindOf(detector.type).ofRows === true
}

function tableNamed(tables: readonly TableToTell[], name: string): TableToTell | undefined {
  return tables.find(({ schema }) => schema.name === name)
}

interface Look {
  readonly family: string | null
  readonly outcomes: readonly Outcome[]
}

const foundNothing: Look = { family: null, outcomes: [] }

async function look(detector: Detector, run: DetectorRun): Promise<Look> {
  if (!detector.appliesTo(run.schema)) return foundNothing
  return { family: detector.family?.(run.schema) ?? null, outcomes: await detector.run(run) }
}

function familiesOf(looked: readonly Looked[]): TestFamily[] {
  const families = new Map<string, { id: string; p: number }[]>()
  for (const { family, id, outcome } of looked) {
    if (family === null) continue
    const tests = families.get(family) ?? []
    tests.push({ id, p: outcome.p ?? 1 })
    families.set(family, tests)
  }
  return [...families].map(([name, tests]) => ({ name, tests, count: tests.length }))
}

async function fillIn(
  source: TableSource,
  context: WorkContext,
  tables: readonly TableToTell[],
  ranked: readonly Ranked[],
  twins: readonly Twins[],
  plan: WorkPlan,
  dropped: string[],
): Promise<InsightDraft[]> {
  const reader = new EvidenceReader(source)
  const { statements, repeated } = gatherLikewise(ranked)
  const chosen = classes.flatMap((class_) =>
    selectLeading(
      statements.filter((one) => one.class === class_),
      most[class_],
      [...statements, ...repeated],
      twins,
    ),
  )
  plan.weigh([expectedEvidence(chosen.length, Math.max(...tables.map(({ schema }) => schema.rows)))])
  plan.begin(evidencePhase, 'Filling in the numbers from their evidence')
  const drafts = await inLanes(lanes, chosen, async (one): Promise<Finding[]> => {
    const draft = await isolated(
      context,
      { part: 'statement', subject: keyOf(one) },
      async () => draftOf(reader, { ...one, statement: await examined(one, tables) }, context.texts.language),
      () => null,
    )
    if (draft === null) dropped.push(dropReasons.evidence)
    plan.part()
    await context.yieldToEventLoop()
    return draft === null ? [] : [{ draft, effect: one.statement.effect }]
  })
  return byClass(await shaken(source, context, tables, drafts.flat(), dropped))
}

/** A finding that came to be told as a lead stands with the leads: a story has its statements by class alone. */
function byClass(drafts: readonly InsightDraft[]): InsightDraft[] {
  return classes.flatMap((class_) => drafts.filter((draft) => draft.class === class_))
}

/** A finding with what becomes of it when other columns are held the same, or with what caused it. */
async function examined(one: Ranked, tables: readonly TableToTell[]): Promise<Statement> {
  const table = tables.find(({ schema }) => schema.name === one.table)
  if (table === undefined) return one.statement
  const { population, assigned } = table.schema.declared
  // Chance alone decided who got what: to hold anything the same would take away what the assignment brought about.
  const isCaused = assigned !== null && isOfAssigned(one.statement, assigned)
  const statement =
    one.class !== 'finding'
      ? one.statement
      : isCaused
        ? withCaveat(one.statement, { caveat: 'assigned', column: assigned })
        : await heldSame(one.statement, table.schema, table.artefacts)
  return population ? ofPopulation(statement) : statement
}

/** Whether it says how rows differ by what was assigned to them. */
function isOfAssigned({ type, columns }: Statement, assigned: string): boolean {
  return kindOf(type).ofRows === true && columns.includes(assigned)
}

function withCaveat(statement: Statement, caveat: Caveat): Statement {
  return { ...statement, caveats: [...statement.caveats, caveat] }
}

async function draftOf(reader: EvidenceReader, ranked: Ranked, language: TextsTag): Promise<InsightDraft> {
  const { statement, table, q } = ranked
  const evidence = await reader.evaluate(statement.evidence)
  const number = (name: string | undefined): number | null => {
    const value = name === undefined ? null : evidence.values[name]
    return typeof value === 'number' ? value : null
  }
  const p = number('p') ?? ranked.p
  return {
    id: `${statement.type}-${shortHash(keyOf(ranked))}`,
    type: statement.type,
    class: ranked.class,
    table,
    columns: [...statement.columns],
    ...(statement.subspace === undefined ? {} : { subspace: { ...statement.subspace } }),
    direction: statement.direction,
    ...(statement.location === undefined ? {} : { location: statement.location }),
    effect: {
      name: statement.effect.name,
      value: number(statement.effect.value) ?? 0,
      low: number(statement.effect.low),
      high: number(statement.effect.high),
    },
    ...(statement.testName === undefined || p === null ? {} : { test: { name: statement.testName, p, q } }),
    // The rows of the evidence: one number, one source.
    n: number('n') ?? statement.n,
    score: ranked.score,
    scoreParts: { ...ranked.scoreParts },
    evidence,
    caveats: statement.caveats.map((caveat) => caveatText(caveat, language)),
    caveated: [...statement.caveats],
    details: { ...statement.details },
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
