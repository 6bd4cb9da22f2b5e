/** How a question is completed while it is typed, and changed after it was understood. Pure. */
import { type Aggregate, type AskedQuestion, aggregates } from '../../shared/ask/question.ts'
import type { AskedTable } from '../../shared/ask/table.ts'

/** Completions offered at once. */
const mostOffered = 8
/** Letters of a word from which it is completed. */
const fewestLetters = 2

/**
 * The question with its last word, or last two, completed to names and values of the tables that begin so, names first.
 * None while nothing is typed of a word.
 */
export function completionsOf(text: string, tables: readonly AskedTable[]): readonly string[] {
  const last = text.lastIndexOf(' ') + 1
  const lastTwo = last === 0 ? 0 : text.lastIndexOf(' ', last - 2) + 1
  const begun = [...new Set([text.slice(lastTwo), text.slice(last)])]
  const names = tables.flatMap(({ columns }) => columns.map(({ name }) => name.replaceAll('_', ' ')))
  const values = tables.flatMap(({ columns }) => columns.flatMap((column) => column.values))
  const offered = begun
    .filter((beginning) => beginning.length >= fewestLetters && !beginning.endsWith(' '))
    .flatMap((beginning) =>
      [...names, ...values]
        .filter((name) => name.length > beginning.length && isBeginning(beginning, name))
        .map((name) => `${text.slice(0, text.length - beginning.length)}${name}`),
    )
  return [...new Set(offered)].slice(0, mostOffered)
}

function isBeginning(beginning: string, name: string): boolean {
  return name.toLocaleLowerCase().startsWith(beginning.toLocaleLowerCase())
}

/** How the numbers of a column are put together, where the question is of such numbers. */
export function aggregatesOf(question: AskedQuestion): readonly Aggregate[] {
  return 'amount' in question && question.amount?.kind === 'column' ? aggregates : []
}

export function withAggregate(question: AskedQuestion, aggregate: Aggregate): AskedQuestion {
  if (!('amount' in question) || question.amount?.kind !== 'column') return question
  return { ...question, amount: { ...question.amount, aggregate } }
}

/** The column that rows are grouped by, where there is one and no more. */
export function groupColumnOf(question: AskedQuestion): string | null {
  switch (question.kind) {
    case 'groups': {
      const [only] = question.by
      return question.by.length === 1 && only?.kind === 'column' ? only.column : null
    }
    case 'rank':
      return question.by.kind === 'column' ? question.by.column : null
    case 'moved':
      return question.by
    default:
      return null
  }
}

export function withGroupColumn(question: AskedQuestion, column: string): AskedQuestion {
  switch (question.kind) {
    case 'groups':
      return { ...question, by: [{ kind: 'column', column }] }
    case 'rank':
      return { ...question, by: { kind: 'column', column } }
    case 'moved':
      return { ...question, by: column }
    default:
      return question
  }
}

/** Columns of the question's table that rows can be grouped by, its own among them. */
export function groupColumnsFor(question: AskedQuestion, tables: readonly AskedTable[]): readonly string[] {
  const own = groupColumnOf(question)
  if (own === null) return []
  const columns = tables.find(({ name }) => name === question.table)?.columns ?? []
  const others = columns.filter(({ role, name }) => role === 'dimension' && name !== own).map(({ name }) => name)
  return [own, ...others]
}

export function withoutCondition(question: AskedQuestion): AskedQuestion {
  return { ...question, where: null }
}
