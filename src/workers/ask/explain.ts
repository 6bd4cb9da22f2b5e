/** A mark of a chart explained: its number, what makes it up, how it came about, and what differs there from all other rows. */
import type { Amount, QuestionOf } from '../../shared/ask/question.ts'
import { columnsIn } from '../../shared/story/condition.ts'
import { allOf } from '../../shared/story/condition-parts.ts'
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { WorkContext } from '../runtime/context.ts'
import type { TableSource } from '../source/table-source.ts'
import { allowsTests, type Difference, type Differences, differencesOf } from './apart.ts'
import { changeDrafts, groupingColumns } from './change-drafts.ts'
import { periodsBetween } from './change-periods.ts'
import { computedDraft } from './computed.ts'
import { type Asking, columnNamed } from './sql.ts'

type Question = QuestionOf<'explain'>

export interface Explained {
  readonly drafts: readonly InsightDraft[]
  /** Differences that were tested, told or not; 0 where the rows allow no test. */
  readonly tests: number
  readonly notes: readonly string[]
}

/** Columns by which the number is split, groups shown of each, and differences told. */
const mostSplits = 2
const mostGroups = 10
const mostTold = 5
/** A difference below this, in standard deviations or Cohen's h, is too small to matter (Cohen 1988: 0.2 is small). */
const leastSize = 0.2

export async function explained(
  source: TableSource,
  asking: Asking,
  question: Question,
  level: number,
  context: WorkContext,
): Promise<Explained> {
  const { explain } = context.texts.asked
  const whole = await computedDraft(source, asking, ofMark(question), question.amount, context.texts)
  if (whole.n === 0) return { drafts: [], tests: 0, notes: [explain.noRow] }
  const differences = await differencesOf(source, asking, question)
  const isTested = allowsTests(asking.table)
  const told = isTested ? passing(differences.all, level) : largest(differences.all)
  const change = await changeOf(source, asking, question, context)
  const parts = await partsOf(source, asking, question, told, context)
  const apart: InsightDraft[] = []
  for (const difference of told) apart.push(await apartDraft(source, asking, question, difference, context))
  const count = differences.all.length
  const tests = isTested ? count : 0
  const isAlike = count > 0 && told.length === 0
  return {
    drafts: [whole, ...change, ...parts, ...apart],
    tests,
    notes: [
      ...(change.length === 0 ? [] : [context.texts.asked.noCause]),
      ...(count === 0 ? [explain.alone] : []),
      ...(isAlike ? [isTested ? explain.alike : explain.alikeUntested] : []),
      ...(tests === 0 ? [] : [explain.tried({ tests })]),
      ...(isTested || count === 0 ? [] : [untestedNote(asking, count, context)]),
      ...boundedNote(differences, context),
    ],
  }
}

function untestedNote({ table: { declared } }: Asking, count: number, { texts }: WorkContext): string {
  const { explain } = texts.asked
  const column = declared?.rowsOf
  // Of a whole population there is nothing to infer, whatever its rows are to each other.
  return declared?.rows === 'population' || typeof column !== 'string'
    ? explain.ofPopulation({ count })
    : explain.belongTogether({ count, column })
}

function boundedNote({ columns, of }: Differences, { texts }: WorkContext): string[] {
  return columns < of ? [texts.asked.explain.bounded({ columns })] : []
}

function ofMark({ table, where, mark, amount }: Question): QuestionOf<'value'> {
  return { kind: 'value', table, where: allOf([...(where === null ? [] : [where]), mark]), amount }
}

interface Told extends Difference {
  /** Adjusted for all differences that were tested with it (Holm 1979); null where none was tested. */
  readonly adjusted: number | null
}

/** Those that pass among all that were tried, the largest first; of a column, the largest alone. */
function passing(all: readonly Difference[], level: number): readonly Told[] {
  let least = 0
  const tested = all.flatMap(({ p, ...difference }) => (p === null ? [] : [{ ...difference, p }]))
  const adjusted = tested
    .toSorted((left, right) => left.p - right.p)
    .map((test, rank) => {
      least = Math.max(least, Math.min(1, test.p * (tested.length - rank)))
      return { ...test, adjusted: least }
    })
    .filter(({ adjusted: own }) => own <= level)
  return largestOf(adjusted)
}

/** What the rows are apart in, where nothing is inferred from them. */
function largest(all: readonly Difference[]): readonly Told[] {
  return largestOf(all.map((difference) => ({ ...difference, adjusted: null })))
}

/** Those large enough to matter, the largest first; of a column, the largest alone. */
function largestOf(all: readonly Told[]): readonly Told[] {
  const first = new Map<string, Told>()
  for (const one of all.filter(({ size }) => size >= leastSize).toSorted((left, right) => right.size - left.size)) {
    const column = columnOfAmount(one.amount)
    if (!first.has(column)) first.set(column, one)
  }
  return [...first.values()].slice(0, mostTold)
}

function columnOfAmount(amount: Amount): string {
  switch (amount.kind) {
    case 'rows':
      return ''
    case 'column':
      return amount.column
    case 'share':
      return columnsIn(amount.of)[0] ?? ''
  }
}

async function changeOf(
  source: TableSource,
  asking: Asking,
  { change, where, mark, amount }: Question,
  { texts }: WorkContext,
): Promise<InsightDraft[]> {
  if (change === null) return []
  const periods = periodsBetween(columnNamed(asking.table, change.time), change)
  if (periods === null) return []
  // A mark that is a period is one of the two; one that is a group is looked at in both.
  const isPeriod = columnsIn(mark).includes(change.time)
  const rows = allOf([...(where === null ? [] : [where]), ...(isPeriod ? [] : [mark])])
  const asked = { amount, time: change.time, where: rows, periods, by: null, direction: null }
  const drafts = await changeDrafts(source, asking, asked, texts)
  const own = new Set(columnsIn(mark))
  return drafts.filter(({ details, evidence }) => !own.has(String(details.dimension)) && evidence.values.value !== null)
}

/** The number of the mark by the columns in which it differs most, else by the first that make groups. */
async function partsOf(
  source: TableSource,
  asking: Asking,
  question: Question,
  told: readonly Told[],
  { texts }: WorkContext,
): Promise<InsightDraft[]> {
  const own = new Set([...columnsIn(question.mark), ...(question.where === null ? [] : columnsIn(question.where))])
  const possible = groupingColumns(asking.table).filter((name) => !own.has(name))
  const differing = told.map(({ amount }) => columnOfAmount(amount)).filter((name) => possible.includes(name))
  const by = [...new Set([...differing, ...possible])].slice(0, mostSplits)
  const { table, where, amount } = ofMark(question)
  const drafts: InsightDraft[] = []
  for (const column of by) {
    const rank = { kind: 'rank', table, where, amount, by: { kind: 'column', column }, order: 'highest' } as const
    const draft = await computedDraft(source, asking, { ...rank, most: mostGroups }, amount, texts)
    // One group alone is the number itself again.
    if (Number(draft.evidence.values.groups) > 1) drafts.push(draft)
  }
  return drafts
}

async function apartDraft(
  source: TableSource,
  asking: Asking,
  { table, where, mark }: Question,
  { amount, adjusted }: Told,
  { texts }: WorkContext,
): Promise<InsightDraft> {
  const draft = await computedDraft(source, asking, { kind: 'apart', table, where, mark }, amount, texts)
  const { test } = draft
  // Where all rows of each side are alike, what they come to needs no test.
  if (test === undefined || adjusted === null) return draft
  return { ...draft, class: 'finding', test: { ...test, q: Math.max(test.p, adjusted) } }
}
