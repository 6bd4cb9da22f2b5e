/** Questions that are answered by computing what they name: the statement with its query, numbers still to be filled in. */
import type { Amount, AskedQuestion, Grouping, QuestionOf } from '../../shared/ask/question.ts'
import { type Condition, columnsIn, conditionText } from '../../shared/story/condition.ts'
import type { Scalar } from '../../shared/story/insight.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { Statement } from '../insights/detector.ts'
import { derivedBy, sameNames } from '../insights/evidence-recipe.ts'
import { names } from '../insights/kinds/answer/names.ts'
import type { ChangePeriods } from './change-periods.ts'
import { type Asking, amountSql, countSql, groupSql, rowValueSql, whereSql } from './sql.ts'

type Own = Statement<typeof names>
type Details = Own['details']

/** Questions that name what is to be computed; the others are for detectors. */
export type Computed = QuestionOf<'value' | 'groups' | 'course' | 'rank' | 'compare'> | MovedBetween | Apart

/** Which groups rose or fell from one period to the next. */
export interface MovedBetween extends QuestionOf<'moved'> {
  readonly periods: ChangePeriods
}

/** Rows that meet a condition, against all others of those asked about. */
export interface Apart {
  readonly kind: 'apart'
  readonly table: string
  readonly where: Condition | null
  readonly mark: Condition
}

/** More groups than this are no answer. */
const mostGroups = 1_000

export function isComputed(question: AskedQuestion): question is Exclude<Computed, MovedBetween | Apart> {
  return ['value', 'groups', 'course', 'rank', 'compare'].includes(question.kind)
}

/** `amount` of a comparison that names none is chosen by the caller. */
export function statementFor(asking: Asking, question: Computed, amount: Amount, texts: Texts): Own {
  const { sql, order, details } = planOf(asking, question, amount, texts)
  const isCompare = question.kind === 'compare' || question.kind === 'apart'
  const results = Object.fromEntries(Object.keys(sameNames(names)).map((name) => [name, name]))
  const arguments_ = ['value', 'n', ...(isCompare ? ['mean', 'variance', 'filled'] : [])]
  return {
    type: 'answer',
    class: 'fact',
    columns: columnsOf(question, amount),
    direction: 'none',
    effect: { name: 'value', value: 'value' },
    ...(isCompare ? { testName: 'Welch’s t-test' } : {}),
    n: 0,
    evidence: { sql: [sql], derived: derivedBy('answer', 0, arguments_, results) },
    details: { ...details, order },
    caveats: [],
    score: { impact: 1, effect: 1, surprise: 1, readability: 1 },
  }
}

interface Plan {
  readonly sql: string
  readonly order: 'highest' | 'lowest' | null
  readonly details: Omit<Details, 'order'>
}

function planOf(asking: Asking, question: Computed, amount: Amount, texts: Texts): Plan {
  const details = (more: Partial<Details>): Omit<Details, 'order'> => ({
    ...baseOf(question.where, amount, texts),
    ...more,
  })
  const from = `FROM ${asking.relation} WHERE ${whereSql(asking, question.where)}`
  const numbers = `${amountSql(asking, amount)} AS value, ${countSql(asking, amount)} AS n`
  switch (question.kind) {
    case 'value':
      return { sql: `SELECT ${numbers} ${from}`, order: null, details: details({ form: 'one' }) }
    case 'groups': {
      const [only] = question.by
      const isOrdered = question.by.length === 1 && only !== undefined && only.kind !== 'column'
      return {
        sql: `${groupedSql(asking, question.by, numbers, from)} ORDER BY ${isOrdered ? 'name' : 'value DESC NULLS LAST, name'} LIMIT ${mostGroups}`,
        order: null,
        details: details({ form: 'groups', ...groupDetails(question.by) }),
      }
    }
    case 'course': {
      const by: Grouping = { kind: 'period', column: question.time, grain: question.grain }
      return {
        sql: `${groupedSql(asking, [by], numbers, from)} ORDER BY name`,
        order: null,
        details: details({ form: 'course', time: question.time, grain: question.grain }),
      }
    }
    case 'rank': {
      const way = question.order === 'highest' ? 'DESC' : 'ASC'
      return {
        sql: `${groupedSql(asking, [question.by], numbers, from)} ORDER BY value ${way} NULLS LAST, name LIMIT ${question.most}`,
        order: question.order,
        details: details({ form: 'rank', ...groupDetails([question.by]) }),
      }
    }
    case 'moved':
      return movement(asking, question, amount, details({ form: 'moved' }))
    case 'compare':
    case 'apart': {
      const { first, last } = sidesOf(asking, question, texts)
      return {
        sql: sidesSql(asking, question.where, [first, last], amount, numbers),
        order: null,
        details: details({ form: question.kind, first: first.name, last: last.name }),
      }
    }
  }
}

/** Groups shown of those that rose or fell. */
const mostMoved = 10

function movement(
  asking: Asking,
  { by, where, direction, periods }: MovedBetween,
  amount: Amount,
  details: Omit<Details, 'order'>,
): Plan {
  const [earlier, later] = [whereSql(asking, periods.isEarlier), whereSql(asking, periods.isLater)]
  const total = amountSql(asking, amount)
  // What is not there in a period adds nothing to a sum; an average there is none.
  const isAdded =
    amount.kind === 'rows' ||
    (amount.kind === 'column' && (amount.aggregate === 'sum' || amount.aggregate === 'distinct'))
  const within = (period: string): string => {
    const value = `${total} FILTER (WHERE ${period})`
    return isAdded ? `coalesce(${value}, 0)` : value
  }
  const value = `${within(later)} - ${within(earlier)}`
  const grouping: Grouping = { kind: 'column', column: by }
  const from = `FROM ${asking.relation} WHERE (${whereSql(asking, where)}) AND ((${earlier}) OR (${later}))`
  const grouped = groupedSql(asking, [grouping], `${value} AS value, ${countSql(asking, amount)} AS n`, from)
  return {
    sql: `SELECT name, value, n FROM (${grouped}) AS changes WHERE value ${direction === 'up' ? '>' : '<'} 0 ORDER BY value ${direction === 'up' ? 'DESC' : 'ASC'}, name LIMIT ${mostMoved}`,
    order: direction === 'up' ? 'highest' : 'lowest',
    details: { ...details, dimension: by, grain: periods.grain, earlier: periods.earlier, later: periods.later },
  }
}

interface Side {
  /** Null of all rows but those of the other side. */
  readonly name: string | null
  readonly rows: string
}

function sidesOf(
  asking: Asking,
  question: QuestionOf<'compare'> | Apart,
  texts: Texts,
): { readonly first: Side; readonly last: Side } {
  const side = (condition: Condition): Side => ({
    name: conditionText(texts, condition),
    rows: whereSql(asking, condition),
  })
  if (question.kind === 'compare') return { first: side(question.left), last: side(question.right) }
  const first = side(question.mark)
  return { first, last: { name: null, rows: `NOT coalesce(${first.rows}, false)` } }
}

function sidesSql(
  asking: Asking,
  where: Condition | null,
  sides: readonly Side[],
  amount: Amount,
  numbers: string,
): string {
  const { dialect, relation } = asking
  const value = rowValueSql(asking, amount)
  const rows = whereSql(asking, where)
  const spread =
    value === null
      ? 'NULL AS mean, NULL AS variance, 0 AS filled'
      : `${dialect.mean(value)} AS mean, var_samp(${value}) AS variance, count(${value}) AS filled`
  const selected = sides.map(
    (side, place) =>
      `SELECT ${place + 1} AS place, ${dialect.text(side.name ?? '')} AS name, ${numbers}, ${spread} FROM ${relation} WHERE (${rows}) AND (${side.rows})`,
  )
  return `SELECT name, value, n, mean, variance, filled FROM (${selected.join(' UNION ALL ')}) AS sides ORDER BY place`
}

function groupedSql(asking: Asking, by: readonly Grouping[], numbers: string, from: string): string {
  const parts = by.map((grouping) => groupSql(asking, grouping))
  const [first = ''] = parts
  const name = parts.length === 1 ? first : parts.map((part) => asking.dialect.asText(part)).join(` || ' · ' || `)
  const known = parts.map((part) => `${part} IS NOT NULL`).join(' AND ')
  return `SELECT ${name} AS name, ${numbers} ${from} AND ${known} GROUP BY 1`
}

function groupDetails(by: readonly Grouping[]): Partial<Details> {
  const [first] = by
  if (first === undefined) return {}
  const dimension = first.kind === 'column' ? first.column : null
  if (by.length > 1) return { dimension }
  return {
    dimension,
    part: first.kind === 'calendar' ? first.part : null,
    time: first.kind === 'column' ? null : first.column,
    grain: first.kind === 'period' ? first.grain : null,
  }
}

function baseOf(where: Condition | null, amount: Amount, texts: Texts): Details {
  const nothing: Readonly<Record<keyof Details, Scalar>> = {
    ...{ form: 'one', amount: 'rows', measure: null, dimension: null, time: null, grain: null, part: null },
    ...{ first: null, last: null, order: null, earlier: null, later: null },
    filter: where === null ? null : conditionText(texts, where),
    share: amount.kind === 'share' ? conditionText(texts, amount.of) : null,
  }
  return {
    ...nothing,
    amount: amount.kind === 'column' ? amount.aggregate : amount.kind,
    measure: amount.kind === 'column' ? amount.column : null,
  }
}

function columnsOf(question: Computed, amount: Amount): readonly string[] {
  const own = amount.kind === 'column' ? [amount.column] : amount.kind === 'share' ? columnsIn(amount.of) : []
  const moved = question.kind === 'moved' ? [question.by, question.time] : []
  const by = question.kind === 'groups' ? question.by : question.kind === 'rank' ? [question.by] : []
  const time = question.kind === 'course' ? [question.time] : []
  const sides =
    question.kind === 'compare'
      ? [...columnsIn(question.left), ...columnsIn(question.right)]
      : question.kind === 'apart'
        ? columnsIn(question.mark)
        : []
  const where = question.where === null ? [] : columnsIn(question.where)
  return [...new Set([...own, ...by.map(({ column }) => column), ...time, ...sides, ...moved, ...where])]
}
