/** Every detector over every table: what each found, and the family of tests it belongs to. */
import { dropReasons } from '../../shared/story/dropped.ts'
import type { Artefacts } from '../analysis/artefacts.ts'
import type { TestFamily } from '../analysis/control.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { WorkContext } from '../runtime/context.ts'
import { inLanes } from '../runtime/in-lanes.ts'
import { isolated } from '../runtime/own-fault.ts'
import type { WorkPlan } from '../runtime/work-plan.ts'
import type { Detector, DetectorRun, Outcome } from './detector.ts'
import { type DetectorOfKind, detectorPhase } from './expected-work.ts'
import { kindOf } from './kinds/index.ts'

/** Detectors, and statements, at work at a time: one waits for the database while another computes. */
export const lanes = 2

export interface TableToTell {
  readonly schema: TableSchema
  readonly artefacts: Artefacts
}

export interface Looked {
  readonly table: string
  /** Of tests that are controlled together; null where it was not tested. */
  readonly family: string | null
  /** Of its own among all that was looked at. */
  readonly id: string
  readonly outcome: Outcome
}

export interface Looks {
  readonly looked: readonly Looked[]
  /** Milliseconds by detector, waiting for its queries and for what else is at work beside it. */
  readonly timings: Record<string, number>
}

/** A detector that fails costs itself: it is recorded as a defect and its reason added to `dropped`. */
export async function lookAtTables(
  context: WorkContext,
  tables: readonly TableToTell[],
  detectors: readonly DetectorOfKind[],
  seed: number,
  plan: WorkPlan,
  dropped: string[],
): Promise<Looks> {
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
  return { looked, timings }
}

function isOfRows(detector: DetectorOfKind | undefined): boolean {
  return detector !== undefined && kindOf(detector.type).ofRows === true
}

export function tableNamed(tables: readonly TableToTell[], name: string): TableToTell | undefined {
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

/** The tests that were run, by family. */
export function familiesOf(looked: readonly Looked[]): TestFamily[] {
  const families = new Map<string, { id: string; p: number }[]>()
  for (const { family, id, outcome } of looked) {
    if (family === null) continue
    const tests = families.get(family) ?? []
    tests.push({ id, p: outcome.p ?? 1 })
    families.set(family, tests)
  }
  return [...families].map(([name, tests]) => ({ name, tests, count: tests.length }))
}
