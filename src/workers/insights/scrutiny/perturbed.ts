/**
 * Before findings lead they are looked at again where nothing of weight has changed: with the rows in another order, and,
 * where rows are no steps in time, with one in twenty left out. What does not hold then was never one to lead.
 *
 * Source: metamorphic relations of Chen et al., ACM Computing Surveys 51 (2018); influence of a small part of the rows as
 * in Broderick, Giordano & Meager, arXiv:2011.14999 (2020).
 */
import type { Evidence, InsightDraft } from '../../../shared/story/insight.ts'
import type { TableSchema } from '../../analysis/schema.ts'
import { isOwnFault } from '../../runtime/own-fault.ts'
import type { TableSource } from '../../source/table-source.ts'
import { unfounded } from '../claims.ts'
import type { Statement } from '../detector.ts'
import { EvidenceReader } from '../fill-evidence.ts'
import { kindOf } from '../kinds/index.ts'

/** `order`: it is not so with the rows in another order. `fragile`: not with a twentieth of them left out. */
export type Weakness = 'order' | 'fragile'

export interface Finding {
  readonly draft: InsightDraft
  /** Names of the values of its evidence: the effect and its interval. */
  readonly effect: Statement['effect']
}

/** On longer tables a twentieth of the rows moves nothing that passed its gate, and the passes would take seconds. */
const mostRows = 200_000
/** One row in so many is left out. */
const oneIn = 20
/** Above, nothing is left of a finding. */
const mostP = 0.05

const rankName = 'rank of the perturbed row'

/** By id of the findings of a table, which do not hold; those that do are not in it. */
export async function weaknessesOf(
  source: TableSource,
  schema: TableSchema,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, Weakness>> {
  const weak = new Map<string, Weakness>()
  if (schema.rows > mostRows || findings.length === 0) return weak
  const steps = schema.order !== null && schema.order.kind !== 'events'
  const shaken = await failing(source, schema, findings, !steps)
  const first = findings.filter(({ draft }) => shaken.has(draft.id))
  // Only what fails is looked at again, to tell one from the other.
  const misordered = steps ? shaken : await failing(source, schema, first, false)
  for (const { draft } of first) weak.set(draft.id, misordered.has(draft.id) ? 'order' : 'fragile')
  return weak
}

/** Ids of the statements that are not so over the perturbed rows. */
async function failing(
  source: TableSource,
  schema: TableSchema,
  findings: readonly Finding[],
  withoutSome: boolean,
): Promise<ReadonlySet<string>> {
  const failed = new Set<string>()
  if (findings.length === 0) return failed
  await source.withStandIn(schema.name, perturbedSql(schema, findings, withoutSome), async () => {
    const reader = new EvidenceReader(source)
    for (const finding of findings) {
      const evidence = await evaluated(reader, finding.draft)
      if (evidence !== null && !stillHolds(finding, evidence)) failed.add(finding.draft.id)
    }
  })
  return failed
}

/** The columns that the findings rest on, in an order that no order of the file has part in. */
function perturbedSql(
  { dialect, relation, columns }: TableSchema,
  findings: readonly Finding[],
  withoutSome: boolean,
): string {
  const rank = dialect.identifier(rankName)
  const texts = findings.flatMap(({ draft }) => draft.evidence.sql)
  const used = columns
    .map(({ column }) => dialect.identifier(column.name))
    .filter((name) => texts.some((text) => text.includes(name)))
  const list = used.join(', ')
  const some = withoutSome ? ` WHERE ${rank} % ${oneIn} <> 0` : ''
  return `SELECT ${list} FROM (SELECT ${list}, row_number() OVER (ORDER BY ${dialect.rowHash(used)}) AS ${rank} FROM ${relation})${some} ORDER BY ${rank}`
}

/** Null where it cannot be computed over fewer rows: a group has too few, blocks are no longer whole. Nothing follows then. */
async function evaluated(reader: EvidenceReader, { evidence }: InsightDraft): Promise<Evidence | null> {
  try {
    return await reader.evaluate(evidence)
  } catch (error) {
    if (!isOwnFault(error)) throw error
    return null
  }
}

/** Whether what is claimed, its direction and its sureness are still so; numbers themselves may differ. */
export function stillHolds({ draft, effect }: Finding, evidence: Evidence): boolean {
  const again = { ...draft, evidence }
  if (unfounded(kindOf(draft.type).claims?.(again) ?? [], again, [], undefined).length > 0) return false
  const before = numbersIn(draft.evidence)
  const after = numbersIn(evidence)
  const [was, is] = [before(effect.value), after(effect.value)]
  if (was !== null && is !== null && draft.direction !== 'none' && Math.sign(was) !== Math.sign(is)) return false
  const wasClear = isClear(before(effect.low), before(effect.high))
  if (wasClear === true && isClear(after(effect.low), after(effect.high)) === false) return false
  return (after('p') ?? 0) <= mostP
}

function numbersIn({ values }: Evidence): (name: string | undefined) => number | null {
  return (name) => {
    const value = name === undefined ? null : values[name]
    return typeof value === 'number' ? value : null
  }
}

/** Whether an interval leaves out zero; null where there is none. */
function isClear(low: number | null, high: number | null): boolean | null {
  return low === null || high === null ? null : low * high > 0
}
