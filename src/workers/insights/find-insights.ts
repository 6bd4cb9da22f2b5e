/** From profiled tables to ranked statements: run every detector, control for all that was tried, fill in the numbers. */
import { countDropped } from '../../shared/story/dropped.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { Method } from '../../shared/story/story.ts'
import { controlMultiplicity } from '../analysis/control.ts'
import type { WorkContext } from '../runtime/context.ts'
import type { WorkPlan } from '../runtime/work-plan.ts'
import type { TableSource } from '../source/table-source.ts'
import type { ScoreInputs, Statement } from './detector.ts'
import { draftsOf } from './drafts.ts'
import { detectors as allDetectors, type DetectorOfKind } from './expected-work.ts'
import { kindOf } from './kinds/index.ts'
import { familiesOf, lookAtTables, type TableToTell, tableNamed } from './look-at-tables.ts'
import { scoreOf } from './rank.ts'
import type { Ranked } from './ranked.ts'

export const falseDiscoveryRate = 0.05
/** A statement that passed its gate and is this unlikely alone, but not among all that was tried, is worth a look. */
const leadP = 0.02

export interface FoundInsights {
  readonly insights: InsightDraft[]
  readonly method: Method
  /** Milliseconds by detector, and of filling in the evidence, waiting included. */
  readonly timings: Record<string, number>
}

/**
 * Looks at every table with every detector. A detector that fails, and a statement whose evidence cannot be computed,
 * costs itself: it is recorded as a defect and counted in the method. `plan` holds the phases of `expected-work.ts`.
 */
export async function findInsights(
  source: TableSource,
  context: WorkContext,
  tables: readonly TableToTell[],
  seed: number,
  plan: WorkPlan,
  detectors: readonly DetectorOfKind[] = allDetectors,
  about?: About,
): Promise<FoundInsights> {
  const dropped: string[] = []
  const { looked, timings } = await lookAtTables(context, tables, detectors, seed, plan, dropped)
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
  const insights = await draftsOf(source, context, tables, ranked, plan, dropped)
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
