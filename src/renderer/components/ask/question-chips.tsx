/** The parts of a question that can be changed where they stand: how it is summed up, by what, in which order, of which rows. */
import { IconX } from '@tabler/icons-react'
import { type AskedQuestion, aggregateSchema } from '../../../shared/ask/question.ts'
import { amountText } from '../../../shared/ask/question-text.ts'
import type { AskedTable } from '../../../shared/ask/table.ts'
import { readableName } from '../../../shared/format/words.ts'
import { conditionText } from '../../../shared/story/condition.ts'
import { useTexts } from '../../stores/language.ts'
import {
  aggregatesOf,
  groupColumnOf,
  groupColumnsFor,
  withAggregate,
  withGroupColumn,
  withoutCondition,
} from '../../words/asking.ts'
import classes from './question-chips.module.css'

interface QuestionChipsProps {
  readonly question: AskedQuestion
  readonly tables: readonly AskedTable[]
  readonly onChange: (question: AskedQuestion) => void
}

export function QuestionChips({ question, tables, onChange }: QuestionChipsProps) {
  const texts = useTexts()
  const { asking } = texts
  const amount = 'amount' in question && question.amount?.kind === 'column' ? question.amount : null
  const columns = groupColumnsFor(question, tables)
  const condition = question.where === null ? null : conditionText(texts, question.where)
  return (
    <div className={classes.chips}>
      {amount !== null && (
        <select
          className={classes.chip}
          aria-label={asking.amount}
          data-testid="ask-aggregate"
          value={amount.aggregate}
          onChange={(event) => onChange(withAggregate(question, aggregateSchema.parse(event.currentTarget.value)))}
        >
          {aggregatesOf(question).map((aggregate) => (
            <option key={aggregate} value={aggregate}>
              {amountText(texts, { ...amount, aggregate })}
            </option>
          ))}
        </select>
      )}
      {columns.length > 1 && (
        <select
          className={classes.chip}
          aria-label={asking.by}
          data-testid="ask-by"
          value={groupColumnOf(question) ?? ''}
          onChange={(event) => onChange(withGroupColumn(question, event.currentTarget.value))}
        >
          {columns.map((column) => (
            <option key={column} value={column}>
              {readableName(column)}
            </option>
          ))}
        </select>
      )}
      {question.kind === 'rank' && (
        <select
          className={classes.chip}
          aria-label={asking.order}
          value={question.order}
          onChange={(event) =>
            onChange({ ...question, order: event.currentTarget.value === 'lowest' ? 'lowest' : 'highest' })
          }
        >
          <option value="highest">{asking.highest}</option>
          <option value="lowest">{asking.lowest}</option>
        </select>
      )}
      {condition !== null && (
        <button
          type="button"
          className={classes.chip}
          aria-label={asking.takeAway({ condition })}
          data-testid="ask-condition"
          onClick={() => onChange(withoutCondition(question))}
        >
          {condition} <IconX size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}
