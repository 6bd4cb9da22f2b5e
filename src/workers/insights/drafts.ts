/** From ranked statements to those that are told: chosen, examined, their numbers filled in from their evidence. */
import { createHash } from 'node:crypto'
import { dropReasons } from '../../shared/story/dropped.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { sameCourse } from '../analysis/redundancy.ts'
import type { WorkContext } from '../runtime/context.ts'
import { inLanes } from '../runtime/in-lanes.ts'
import { isolated } from '../runtime/own-fault.ts'
import type { WorkPlan } from '../runtime/work-plan.ts'
import type { TableSource } from '../source/table-source.ts'
import type { Statement } from './detector.ts'
import { evidencePhase, expectedEvidence } from './expected-work.ts'
import { EvidenceReader } from './fill-evidence.ts'
import { kindOf } from './kinds/index.ts'
import { gatherLikewise } from './likewise.ts'
import { lanes, type TableToTell, tableNamed } from './look-at-tables.ts'
import { ofPopulation } from './of-population.ts'
import { keyOf, selectLeading, type Twins } from './rank.ts'
import type { Ranked } from './ranked.ts'
import { heldSame } from './scrutiny/held-same.ts'
import type { Finding } from './scrutiny/perturbed.ts'
import { shaken } from './scrutiny/shaken.ts'
import { type Caveat, caveatText } from './words/caveats.ts'

/** In the order statements of them are handed on. */
const classes = ['finding', 'fact', 'lead', 'quality'] as const
const most = { finding: 24, fact: 30, lead: 5, quality: 40 } as const

/**
 * Drafts of the leading statements, in order of their classes and in each by worth. A statement whose evidence cannot be
 * computed is left out and its reason added to `dropped`.
 */
export async function draftsOf(
  source: TableSource,
  context: WorkContext,
  tables: readonly TableToTell[],
  ranked: readonly Ranked[],
  plan: WorkPlan,
  dropped: string[],
): Promise<InsightDraft[]> {
  const twins = tables.flatMap(({ schema }) =>
    sameCourse(schema).map(([first, second]): Twins => ({ table: schema.name, first, second })),
  )
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
  const table = tableNamed(tables, one.table)
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
