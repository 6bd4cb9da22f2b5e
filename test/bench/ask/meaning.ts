/** The meaning of a question on one line, as the files of questions write it. */

import { timesOf } from '../../../src/shared/ask/columns.ts'
import type { Amount, AskedQuestion, Grouping } from '../../../src/shared/ask/question.ts'
import type { AskedTable } from '../../../src/shared/ask/table.ts'
import type { Condition } from '../../../src/shared/story/condition.ts'

export function meaningOf(question: AskedQuestion, table: AskedTable): string {
  const times = new Set(timesOf(table).map(({ name }) => name))
  const main = timesOf(table)[0]?.name
  const where = question.where === null ? '' : ` where ${conditionText(question.where, times)}`
  const amount = (given: Amount): string => amountText(given, times)
  switch (question.kind) {
    case 'value':
      return `${amount(question.amount)}${where}`
    case 'groups':
      return `${amount(question.amount)} by ${question.by.map(groupingText).join(', ')}${where}`
    case 'course':
      return `${amount(question.amount)} per ${question.grain}${question.time === main ? '' : ` of ${question.time}`}${where}`
    case 'rank':
      return `${question.order === 'highest' ? 'top' : 'bottom'} ${question.most} ${groupingText(question.by)} by ${amount(question.amount)}${where}`
    case 'compare': {
      const sides = [question.left, question.right].map((side) => conditionText(side, times))
      return `compare ${question.amount === null ? '*' : amount(question.amount)}: ${sides.join(' vs ')}${where}`
    }
    case 'relate':
      return `relate ${question.columns.toSorted().join(', ')}${where}`
    case 'drivers':
      return `drivers of ${question.column}${where}`
    case 'why': {
      const way = { up: 'rise', down: 'fall', any: 'change' }[question.direction]
      return `why ${way} ${amount(question.amount)} in ${question.period ?? 'latest'}${where}`
    }
    case 'moved':
      return `${question.direction === 'up' ? 'grew' : 'fell'} ${question.by} by ${amount(question.amount)}${where}`
    case 'explain':
      return `explain ${amount(question.amount)}: ${conditionText(question.mark, times)}${where}`
    case 'distribution':
      return `distribution of ${question.column}${where}`
    case 'rows': {
      const { order } = question
      const first =
        order === null ? '' : ` ${order.order === 'highest' ? 'top' : 'bottom'} ${order.most} ${order.column}`
      return `rows${first}${where}`
    }
  }
}

function amountText(amount: Amount, times: ReadonlySet<string>): string {
  switch (amount.kind) {
    case 'rows':
      return 'count()'
    case 'column':
      return `${amount.aggregate}(${amount.column})`
    case 'share':
      return `share(${conditionText(amount.of, times)})`
  }
}

function groupingText(grouping: Grouping): string {
  switch (grouping.kind) {
    case 'column':
      return grouping.column
    case 'calendar':
      return `${grouping.part}(${grouping.column})`
    case 'period':
      return grouping.grain
  }
}

function conditionText(condition: Condition, times: ReadonlySet<string>): string {
  switch (condition.kind) {
    case 'all':
      return condition.parts.map((part) => conditionText(part, times)).join(' and ')
    case 'any':
      return condition.parts.map((part) => conditionText(part, times)).join(' or ')
    case 'compare': {
      const operator = condition.operator === '=' && times.has(condition.column) ? 'in' : condition.operator
      return `${condition.column} ${operator} ${condition.value}`
    }
    case 'in':
      return `${condition.column} ${condition.negated ? 'not ' : ''}in (${condition.values.join(', ')})`
    case 'between': {
      const quarter = /^(\d{4})-(0[147]|10)$/.exec(String(condition.low))
      const month = Number(quarter?.[2])
      const last = `${quarter?.[1]}-${String(month + 2).padStart(2, '0')}`
      if (quarter !== null && condition.high === last) return `${condition.column} in ${quarter[1]}-Q${(month + 2) / 3}`
      return `${condition.column} between ${condition.low} and ${condition.high}`
    }
    case 'missing':
      return `${condition.column} ${condition.negated ? 'not ' : ''}missing`
    case 'contains':
      return `${condition.column} contains ${condition.text}`
    case 'calendar': {
      const [only] = condition.values
      return condition.values.length === 1
        ? `${condition.part}(${condition.column}) = ${only}`
        : `${condition.part}(${condition.column}) in (${condition.values.join(', ')})`
    }
  }
}

/** Conditions joined by `and` in any order, `between` left whole. */
export function sameMeaning(one: string, other: string): boolean {
  return normal(one) === normal(other)
}

function normal(meaning: string): string {
  const [head = '', where] = meaning.split(' where ')
  if (where === undefined) return head.trim()
  const parts = where.replace(/between (\S+) and /g, 'between $1 & ').split(' and ')
  return `${head.trim()} where ${parts
    .map((part) => part.trim())
    .toSorted()
    .join(' and ')}`
}
