/** The tasks `ask-vocabulary` and `ask`: what questions are read against, and a question answered. */

import type { Answer, AnswerStatement } from '../../shared/ask/answer.ts'
import { mainMeasure } from '../../shared/ask/columns.ts'
import { levelOf } from '../../shared/ask/level.ts'
import type { Amount, QuestionOf } from '../../shared/ask/question.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { type Condition, conditionText } from '../../shared/story/condition.ts'
import type { Insight, InsightDraft } from '../../shared/story/insight.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { answerStatement } from '../ask/answer-statement.ts'
import { lastPeriods, periodsBefore } from '../ask/change-periods.ts'
import { computedDraft } from '../ask/computed.ts'
import { askedRows } from '../ask/rows.ts'
import { type Asking, columnNamed } from '../ask/sql.ts'
import { isComputed } from '../ask/statement.ts'
import { askedTable } from '../ask/vocabulary.ts'
import type { WorkContext } from '../runtime/context.ts'
import { type DuckdbSource, withDuckdbSource } from '../source/duckdb/source.ts'
import { openTables } from '../source/duckdb/tables.ts'
import { verifyValues } from '../story/verify/verify.ts'
import { detected } from './ask-detected.ts'

export async function askVocabulary(
  { tables, convertDir }: TaskMap['ask-vocabulary']['input'],
  context: WorkContext,
): Promise<TaskMap['ask-vocabulary']['output']> {
  return withDuckdbSource(context, {}, async (source) => {
    await openTables(source.database, convertDir, tables)
    const all = []
    for (const table of tables) all.push(await askedTable(source, table))
    return { tables: all }
  })
}

/** Every number of the answer is recomputed from the stored table before it is handed out. Throws for a table or column that is not there. */
export async function ask(input: TaskMap['ask']['input'], context: WorkContext): Promise<Answer> {
  const table = input.tables.find(({ name }) => name === input.question.table)
  if (table === undefined) throw new RangeError(`No table ${input.question.table} is stored`)
  const answer = await withDuckdbSource(context, {}, async (source) => {
    await openTables(source.database, input.convertDir, input.tables, { forManyQueries: true })
    return answered(source, table, input, context)
  })
  const insights = answer.statements.map(({ insight }): Insight => insight)
  const checked = await verifyValues({ tables: input.tables, convertDir: input.convertDir, insights }, context, '')
  const wrong = new Set(checked.failed.map(({ insight }) => insight))
  for (const { insight, why } of checked.failed) context.defect({ part: 'statement', subject: insight, why })
  return { ...answer, statements: answer.statements.filter(({ insight }) => !wrong.has(insight.id)) }
}

async function answered(
  source: DuckdbSource,
  table: ProfiledTable,
  input: TaskMap['ask']['input'],
  context: WorkContext,
): Promise<Answer> {
  const { question, looked } = input
  const { asked } = context.texts
  const asking: Asking = { dialect: source.dialect, relation: source.relation(table.name), table }
  const told = (drafts: readonly InsightDraft[]): Promise<AnswerStatement[]> =>
    Promise.all(drafts.map((draft) => answerStatement(source, table, draft, context.texts.language)))
  const plain = { question, rows: null, isTested: false, level: null, isFound: false } as const
  if (question.kind === 'rows') {
    const rows = await askedRows(source, asking, question)
    const draft = await computedDraft(
      source,
      asking,
      { ...question, kind: 'value', amount: { kind: 'rows' } },
      { kind: 'rows' },
      context.texts,
    )
    const notes = rows.total === 0 ? [asked.noRow] : []
    return { ...plain, statements: await told([draft]), rows, notes }
  }
  if (isComputed(question) && question.kind !== 'compare') {
    const draft = await computedDraft(source, asking, question, question.amount, context.texts)
    if (isEmpty(draft)) return { ...plain, statements: [], notes: [asked.noRow] }
    return { ...plain, statements: await told([draft]), notes: [] }
  }
  if (question.kind === 'moved' || (question.kind === 'why' && question.period !== null)) {
    const drafts = await changeDrafts(source, asking, question, context)
    const kept = drafts.filter((draft) => !isEmpty(draft))
    return { ...plain, statements: await told(kept), notes: changeNotes(question, kept, asked) }
  }
  const level = levelOf(looked)
  const drafts =
    question.kind === 'compare'
      ? await comparedDrafts(source, asking, question, context)
      : await detected(question, input, context)
  const kept = drafts.filter((draft) => !isEmpty(draft)).map((draft) => judged(draft, level))
  const isTested =
    kept.some(({ test }) => test !== undefined) || question.kind === 'relate' || question.kind === 'drivers'
  const isFound = kept.some(({ test, class: kind }) => test !== undefined && kind !== 'lead')
  const notes = [
    ...(kept.length === 0 ? [question.kind === 'compare' ? asked.noRow : asked.nothingFound] : []),
    ...(question.kind === 'compare' && kept.length > 0 && isTested && !isFound ? [asked.notApart] : []),
    ...(question.kind === 'compare' && isTested ? [asked.independent] : []),
    ...(isTested ? [asked.looked({ number: looked.number })] : []),
  ]
  return {
    question,
    rows: null,
    statements: await told(kept),
    isTested,
    level: isTested ? level : null,
    isFound,
    notes,
  }
}

/** A test that does not pass at the level left to this question is worth checking, no more. */
function judged(draft: InsightDraft, level: number): InsightDraft {
  if (draft.test === undefined || (draft.test.q ?? draft.test.p) <= level) {
    return draft.type === 'answer' && draft.test !== undefined ? { ...draft, class: 'finding' } : draft
  }
  return draft.type === 'answer' ? draft : { ...draft, class: 'lead' }
}

/** Whether no row was left to answer from. */
function isEmpty({ type, evidence }: InsightDraft): boolean {
  return type === 'answer' && (evidence.values.value === null || evidence.values.second === null)
}

/** That a change is made up of groups does not say why; and that it went the other way than was asked, if it did. */
function changeNotes(
  question: QuestionOf<'moved' | 'why'>,
  [whole]: readonly InsightDraft[],
  asked: Texts['asked'],
): string[] {
  if (whole === undefined) return [asked.noChange]
  const { value, second } = whole.evidence.values
  const went = Number(second) - Number(value)
  const isOther =
    question.kind === 'why' &&
    ((question.direction === 'up' && went < 0) || (question.direction === 'down' && went > 0))
  return [...(isOther ? [asked.otherWay({ direction: question.direction })] : []), asked.noCause]
}

/** More columns of groups than this are not gone through for one question. */
const mostDimensions = 4

/** What was before and after, and by which groups it changed. */
async function changeDrafts(
  source: DuckdbSource,
  asking: Asking,
  question: QuestionOf<'moved' | 'why'>,
  context: WorkContext,
): Promise<InsightDraft[]> {
  const { table } = asking
  const { amount, time, where } = question
  const column = columnNamed(table, time)
  const isWhy = question.kind === 'why'
  const periods = isWhy && question.period !== null ? periodsBefore(column, question.period) : lastPeriods(column)
  if (periods === null) return []
  const both: Condition = { kind: 'any', parts: [periods.isEarlier, periods.isLater] }
  const course: QuestionOf<'course'> = {
    ...{ kind: 'course', table: table.name, amount, time, grain: periods.grain },
    where: where === null ? both : { kind: 'all', parts: [where, both] },
  }
  const whole = await computedDraft(source, asking, course, amount, context.texts)
  const { value, second } = whole.evidence.values
  const rose = typeof value === 'number' && typeof second === 'number' && second > value
  const groups = table.columns.filter(
    ({ role, distinct }) => role === 'dimension' && distinct >= 2 && distinct <= 1_000,
  )
  const by = isWhy ? groups.slice(0, mostDimensions).map(({ name }) => name) : [question.by]
  const direction = isWhy ? (rose ? 'up' : 'down') : question.direction
  // That both periods are meant is said by the sentence itself.
  const filter = where === null ? null : conditionText(context.texts, where)
  const drafts: InsightDraft[] = [{ ...whole, details: { ...whole.details, filter } }]
  for (const one of by) {
    const moved = { kind: 'moved', table: table.name, where, amount, by: one, time, direction, periods } as const
    drafts.push(await computedDraft(source, asking, moved, amount, context.texts))
  }
  // Without both periods there is no change to speak of.
  return whole.evidence.values.groups === 2 ? drafts : []
}

/** A comparison without a number is one of the main measure and of how many rows there are. */
async function comparedDrafts(
  source: DuckdbSource,
  asking: Asking,
  question: QuestionOf<'compare'>,
  context: WorkContext,
): Promise<InsightDraft[]> {
  const amounts: Amount[] = question.amount === null ? await usualAmounts(source, asking.table) : [question.amount]
  const drafts: InsightDraft[] = []
  for (const amount of amounts) drafts.push(await computedDraft(source, asking, question, amount, context.texts))
  return drafts
}

async function usualAmounts(source: DuckdbSource, table: ProfiledTable): Promise<Amount[]> {
  const main = mainMeasure(await askedTable(source, table))
  return [
    ...(main === null ? [] : [{ kind: 'column', column: main.name, aggregate: 'mean' } as const]),
    { kind: 'rows' },
  ]
}
