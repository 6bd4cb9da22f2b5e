/** What was understood of a question, to be changed, and what it was answered with. */
import { lazy, Suspense, useState } from 'react'
import type { Answer, AnswerStatement } from '../../../shared/ask/answer.ts'
import type { AskedQuestion, Understanding } from '../../../shared/ask/question.ts'
import { questionText } from '../../../shared/ask/question-text.ts'
import type { AskedTable } from '../../../shared/ask/table.ts'
import type { StatedNumber } from '../../../shared/story/story.ts'
import { useTexts } from '../../stores/language.ts'
import { formatExact } from '../../words/amounts.ts'
import { formatSql } from '../../words/format-sql.ts'
import { DataTable } from '../data-table.tsx'
import { keyOfNumber, Prose } from '../story/prose.tsx'
import { SqlText } from '../story/sql-text.tsx'
import classes from './answer-card.module.css'
import { QuestionChips } from './question-chips.tsx'

const ChartFigure = lazy(() =>
  import('../../charts/chart-figure.tsx').then((module) => ({ default: module.ChartFigure })),
)

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
        <Statement key={statement.insight.id} statement={statement} />
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

function Statement({ statement: { insight, paragraph, chart } }: { readonly statement: AnswerStatement }) {
  const texts = useTexts()
  const [shown, setShown] = useState<StatedNumber | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.statement}>
      <p className={classes.sentence} data-testid="ask-sentence">
        <Prose
          text={paragraph.text}
          numbers={paragraph.numbers}
          asked={shown === null ? null : keyOfNumber(shown)}
          onAsk={(number) => {
            setShown(number)
            setOpen(true)
          }}
        />
      </p>
      {insight.caveats.map((caveat) => (
        <p key={caveat} className={classes.note}>
          {caveat}
        </p>
      ))}
      {chart !== null && (
        <Suspense fallback={<div className={classes.waiting} />}>
          <ChartFigure chart={chart} headingLevel={2} />
        </Suspense>
      )}
      <details
        className={classes.evidence}
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        data-testid="ask-evidence"
      >
        <summary>{texts.evidence.theQuery}</summary>
        {shown !== null && <p>{texts.asking.exactly({ text: shown.text, value: formatExact(shown.value) })}</p>}
        {insight.evidence.sql.map((sql) => (
          <SqlText key={sql} sql={formatSql(sql)} label={texts.evidence.theQuery} />
        ))}
      </details>
    </div>
  )
}
