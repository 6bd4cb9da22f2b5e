/** What was understood of a question, to be changed, and what it was answered with. */
import type { Answer } from '../../../shared/ask/answer.ts'
import type { AskedQuestion, Understanding } from '../../../shared/ask/question.ts'
import { questionText } from '../../../shared/ask/question-text.ts'
import type { AskedTable } from '../../../shared/ask/table.ts'
import { useTexts } from '../../stores/language.ts'
import { DataTable } from '../data-table.tsx'
import classes from './answer-card.module.css'
import { AnswerStatement } from './answer-statement.tsx'
import { QuestionChips } from './question-chips.tsx'

const mostColumnsNamed = 12

interface AnswerCardProps {
  readonly understanding: Understanding
  /** Null where nothing was understood that can be answered. */
  readonly answer: Answer | null
  readonly tables: readonly AskedTable[]
  readonly onChange: (question: AskedQuestion) => void
}

export function AnswerCard({ understanding, answer, tables, onChange }: AnswerCardProps) {
  const texts = useTexts()
  const { asked } = texts
  const { question, assumed } = understanding
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name)).slice(0, mostColumnsNamed)
  return (
    <>
      <AsTyped understanding={understanding} />
      {question === null ? (
        <p data-testid="ask-nothing">{asked.understood.nothing({ columns: columns.join(', ') })}</p>
      ) : (
        <>
          <p className={classes.understood} data-testid="ask-understood">
            {asked.understood.line({ text: questionText(texts, question) })}
          </p>
          <QuestionChips question={question} tables={tables} onChange={onChange} />
        </>
      )}
      {assumed.length > 0 && (
        <p className={classes.note}>
          {asked.understood.assumed({ text: assumed.map((one) => asked.assumptions[one]).join(', ') })}
        </p>
      )}
      {answer?.statements.map((statement) => (
        <AnswerStatement key={statement.insight.id} statement={statement} />
      ))}
      {answer !== null && answer.rows !== null && answer.rows.rows.length > 0 && (
        <div className={classes.rows}>
          <p className={classes.note}>
            {asked.rowsShown({ shown: answer.rows.rows.length, total: answer.rows.total })}
          </p>
          <DataTable
            label={texts.asking.rows}
            columns={answer.rows.columns.map((name) => ({ name }))}
            rows={answer.rows.rows}
          />
        </div>
      )}
      {answer?.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </>
  )
}

/** The question as it was typed, with what was not understood marked. Nothing where all of it was. */
function AsTyped({ understanding: { text, spans } }: { readonly understanding: Understanding }) {
  const { asking } = useTexts()
  if (spans.every(({ as }) => as === 'understood' || as === 'light')) return null
  return (
    <p className={classes.typed} data-testid="ask-typed">
      {spans.map(({ start, end, as }, index) => {
        const before = text.slice(spans[index - 1]?.end ?? 0, start)
        const word = text.slice(start, end)
        return (
          <span key={start}>
            {before}
            {as === 'unknown' || as === 'left out' ? (
              <mark className={classes.unknown} title={as === 'unknown' ? asking.notUnderstood : asking.leftOut}>
                {word}
              </mark>
            ) : (
              word
            )}
          </span>
        )
      })}
    </p>
  )
}
