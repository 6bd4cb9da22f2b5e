/** A question as it was understood, in words. */
import { conditionText } from '../story/condition.ts'
import type { Texts } from '../texts/texts.ts'
import type { Amount, AskedQuestion, Grouping } from './question.ts'

type Words = Pick<Texts, 'asked' | 'conditions' | 'locale'>

/** `total revenue by region, only where date is 2024`. */
export function questionText(texts: Words, question: AskedQuestion): string {
  const said = plainText(texts, question)
  if (question.where === null) return said
  return texts.asked.questions.where({ question: said, condition: conditionText(texts, question.where) })
}

function plainText(texts: Words, question: AskedQuestion): string {
  const { questions } = texts.asked
  const amount = (given: Amount | null): string => amountText(texts, given)
  switch (question.kind) {
    case 'value':
      return questions.value({ amount: amount(question.amount) })
    case 'groups': {
      const [first = '', second] = question.by.map((one) => groupingText(texts, one))
      const by = second === undefined ? first : texts.asked.groupings.both({ first, second })
      return questions.groups({ amount: amount(question.amount), by })
    }
    case 'course': {
      const by = groupingText(texts, { kind: 'period', column: question.time, grain: question.grain })
      return questions.course({ amount: amount(question.amount), by })
    }
    case 'rank': {
      const { order, most } = question
      return questions.rank({ order, most, by: groupingText(texts, question.by), amount: amount(question.amount) })
    }
    case 'compare': {
      const [left, right] = [conditionText(texts, question.left), conditionText(texts, question.right)]
      return questions.compare({ amount: amount(question.amount), left, right })
    }
    case 'relate': {
      const [first, second] = question.columns
      return questions.relate({ first, second })
    }
    case 'drivers':
      return questions.drivers({ column: question.column })
    case 'why': {
      const { direction, period } = question
      return questions.why({ amount: amount(question.amount), direction, period: period ?? 'none' })
    }
    case 'moved':
      return questions.moved({ by: question.by, direction: question.direction, amount: amount(question.amount) })
    case 'explain':
      return questions.explain({ amount: amount(question.amount), condition: conditionText(texts, question.mark) })
    case 'distribution':
      return questions.distribution({ column: question.column })
    case 'rows':
      return question.order === null ? questions.rows : questions.rowsInOrder({ ...question.order })
  }
}

export function amountText(texts: Words, amount: Amount | null): string {
  const { amounts } = texts.asked
  if (amount === null) return amounts.any
  switch (amount.kind) {
    case 'rows':
      return amounts.rows
    case 'column':
      return amounts[amount.aggregate]({ column: amount.column })
    case 'share':
      return amounts.share({ condition: conditionText(texts, amount.of) })
  }
}

export function groupingText({ asked }: Words, grouping: Grouping): string {
  switch (grouping.kind) {
    case 'column':
      return grouping.column
    case 'calendar':
      return asked.groupings.calendar({ part: grouping.part })
    case 'period':
      return asked.groupings.period({ grain: grouping.grain })
  }
}
