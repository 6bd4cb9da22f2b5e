/** The tasks `ask-vocabulary` and `ask`: what questions are read against, and a question answered. */

import type { Answer, AnswerStatement } from '../../shared/ask/answer.ts'
import { mainMeasure } from '../../shared/ask/columns.ts'
import { levelOf } from '../../shared/ask/level.ts'
import type { Amount, QuestionOf } from '../../shared/ask/question.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import { conditionText } from '../../shared/story/condition.ts'
import type { Insight, InsightDraft } from '../../shared/story/insight.ts'
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { answerStatement } from '../ask/answer-statement.ts'
import { changeDrafts } from '../ask/change-drafts.ts'
import { lastPeriods, periodsBefore } from '../ask/change-periods.ts'
import { computedDraft } from '../ask/computed.ts'
import { explained } from '../ask/explain.ts'
import { askedRows } from '../ask/rows.ts'
import { type Asking, columnNamed } from '../ask/sql.ts'
import { isComputed } from '../ask/statement.ts'
import { askedShape, askedTable } from '../ask/vocabulary.ts'
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
  const { tables, ...answer } = await withDuckdbSource(context, {}, async (source) => {
    await openTables(source.database, input.convertDir, input.tables, { forManyQueries: true })
    return answered(source, table, input, context)
  })
  const insights = answer.statements.map(({ insight }): Insight => insight)
  const checked = await verifyValues({ tables, convertDir: input.convertDir, insights }, context, '')
  const wrong = new Set(checked.failed.map(({ insight }) => insight))
  for (const { insight, why } of checked.failed) context.defect({ part: 'statement', subject: insight, why })
  return { ...answer, statements: answer.statements.filter(({ insight }) => !wrong.has(insight.id)) }
}

/** With the tables as its evidence reads them. */
type AnswerOfRows = Answer & { readonly tables: readonly ProfiledTable[] }

async function answered(
  source: DuckdbSource,
  table: ProfiledTable,
  input: TaskMap['ask']['input'],
  context: WorkContext,
): Promise<AnswerOfRows> {
  const { question, looked } = input
  const { asked } = context.texts
  const asking: Asking = { dialect: source.dialect, relation: source.relation(table.name), table }
  const told = (drafts: readonly InsightDraft[], of: ProfiledTable = table): Promise<AnswerStatement[]> =>
    Promise.all(drafts.map((draft) => answerStatement(source, of, draft, context.texts.language)))
  const { tables } = input
  const plain = { question, tables, rows: null, isTested: false, level: null, isFound: false } as const
  if (question.kind === 'rows') {
    const draft = await computedDraft(
      source,
      asking,
      { ...question, kind: 'value', amount: { kind: 'rows' } },
      { kind: 'rows' },
      context.texts,
    )
    const total = Number(draft.evidence.values.value)
    const rows = await askedRows(source, asking, question, total)
    const notes = total === 0 ? [asked.noRow] : []
    return { ...plain, statements: await told([draft]), rows, notes }
  }
  if (isComputed(question) && question.kind !== 'compare') {
    const draft = await computedDraft(source, asking, question, question.amount, context.texts)
    if (isEmpty(draft)) return { ...plain, statements: [], notes: [asked.noRow] }
    return { ...plain, statements: await told([draft]), notes: [] }
  }
  if (question.kind === 'moved' || (question.kind === 'why' && question.period !== null)) {
    const drafts = await askedChange(source, asking, question, context)
    const kept = drafts.filter((draft) => !isEmpty(draft))
    return { ...plain, statements: await told(kept), notes: changeNotes(question, kept, asked) }
  }
  const level = levelOf(looked)
  if (question.kind === 'explain') {
    const { drafts, tests, notes } = await explained(source, asking, question, level, context)
    const isFound = drafts.some(({ class: kind }) => kind === 'finding')
    const isTested = tests > 0
    const said = [...notes, ...(isTested ? [asked.independent, asked.looked({ number: looked.number })] : [])]
    return { ...plain, statements: await told(drafts), isTested, level: isTested ? level : null, isFound, notes: said }
  }
  const found =
    question.kind === 'compare'
      ? { drafts: await comparedDrafts(source, asking, question, context), tables }
      : await detected(question, input, context)
  const analysed = found.tables.find(({ name }) => name === table.name) ?? table
  // Its evidence and its pictures are of the rows that were analysed.
  if (found.tables !== tables)
    await openTables(source.database, input.convertDir, found.tables, { forManyQueries: true })
  const kept = found.drafts.filter((draft) => !isEmpty(draft)).map((draft) => judged(draft, level))
  const isTested =
    kept.some(({ test }) => test !== undefined) ||
    (analysed.declared?.rows !== 'population' && (question.kind === 'relate' || question.kind === 'drivers'))
  const isFound = kept.some(({ test, class: kind }) => test !== undefined && kind === 'finding')
  const notes = [
    ...(question.kind !== 'compare' && question.where !== null
      ? [asked.onlyWhere({ condition: conditionText(context.texts, question.where) })]
      : []),
    ...(kept.length === 0 ? [question.kind === 'compare' ? asked.noRow : asked.nothingFound] : []),
    ...(question.kind === 'compare' && kept.length > 0 && isTested && !isFound ? [asked.notApart] : []),
    ...(question.kind === 'compare' && isTested ? [asked.independent] : []),
    ...(isTested ? [asked.looked({ number: looked.number })] : []),
  ]
  return {
    question,
    tables: found.tables,
    rows: null,
    statements: await told(kept, analysed),
    isTested,
    level: isTested ? level : null,
    isFound,
    notes,
  }
}

/** A test that does not pass at the level left to this question is worth checking, no more. */
function judged(draft: InsightDraft, level: number): InsightDraft {
  if (draft.test === undefined) return draft
  const passes = (draft.test.q ?? draft.test.p) <= level
  // A comparison that does not pass is still what the rows come to.
  if (draft.type === 'answer') return passes ? { ...draft, class: 'finding' } : draft
  return passes ? draft : { ...draft, class: 'lead' }
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

async function askedChange(
  source: DuckdbSource,
  asking: Asking,
  question: QuestionOf<'moved' | 'why'>,
  context: WorkContext,
): Promise<InsightDraft[]> {
  const { amount, time, where } = question
  const column = columnNamed(asking.table, time)
  const isWhy = question.kind === 'why'
  const periods = isWhy && question.period !== null ? periodsBefore(column, question.period) : lastPeriods(column)
  if (periods === null) return []
  const [by, direction] = isWhy ? [null, null] : [[question.by], question.direction]
  return changeDrafts(source, asking, { amount, time, where, periods, by, direction }, context.texts)
}

/** A comparison without a number is one of the main measure and of how many rows there are. */
async function comparedDrafts(
  source: DuckdbSource,
  asking: Asking,
  question: QuestionOf<'compare'>,
  context: WorkContext,
): Promise<InsightDraft[]> {
  const amounts: Amount[] = question.amount === null ? usualAmounts(asking.table) : [question.amount]
  const drafts: InsightDraft[] = []
  for (const amount of amounts) drafts.push(await computedDraft(source, asking, question, amount, context.texts))
  return drafts
}

function usualAmounts(table: ProfiledTable): Amount[] {
  const main = mainMeasure(askedShape(table))
  return [
    ...(main === null ? [] : [{ kind: 'column', column: main.name, aggregate: 'mean' } as const]),
    { kind: 'rows' },
  ]
}
