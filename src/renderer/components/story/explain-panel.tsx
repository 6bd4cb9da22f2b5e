/** A mark of a chart explained beside the story: its number, what makes it up, what differs there, and its rows. */
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import type { Answer } from '../../../shared/ask/answer.ts'
import { questionText } from '../../../shared/ask/question-text.ts'
import { capitalise, readableName } from '../../../shared/format/words.ts'
import { allOf, withNames } from '../../../shared/story/condition-parts.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { writeCondition } from '../../../shared/story/write-condition.ts'
import { type AskedMark, explainQuery } from '../../queries/asking.ts'
import { loadedOf } from '../../queries/client.ts'
import { type DataRoute, wholeTable } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { AnswerStatement } from '../ask/answer-statement.tsx'
import { FailureNote } from '../failure-note.tsx'
import { Link } from '../link.tsx'
import { PanelBeside } from '../panel-beside.tsx'
import classes from './evidence-panel.module.css'

export interface MarkAsked {
  readonly insight: Insight
  readonly mark: AskedMark
}

interface ExplainPanelProps {
  readonly storyId: string
  readonly asked: MarkAsked
  /** The part of the story to come back to from the rows. */
  readonly from: string
  /** What was pressed for it: it stays in sight beside the panel. */
  readonly opener?: RefObject<Element | null>
  readonly onClose: () => void
}

export function ExplainPanel({ storyId, asked: { insight, mark }, from, opener, onClose }: ExplainPanelProps) {
  const texts = useTexts()
  const answer = loadedOf(useQuery(explainQuery(storyId, insight.id, mark)))
  return (
    <PanelBeside
      label={texts.asking.explained}
      title={texts.asking.explained}
      closeLabel={texts.asking.closeExplained}
      testId="explain-panel"
      asked={`${insight.id} ${JSON.stringify(mark)}`}
      opener={opener}
      onClose={onClose}
    >
      {answer.state === 'failed' && <FailureNote failure={answer.failure} testId="explain-failed" />}
      {answer.state === 'loading' && (
        <div className={classes.waiting} role="status" aria-label={texts.asking.explaining} />
      )}
      {answer.state === 'ready' && <Explained storyId={storyId} answer={answer.value} from={from} />}
    </PanelBeside>
  )
}

function Explained({
  storyId,
  answer,
  from,
}: {
  readonly storyId: string
  readonly answer: Answer
  readonly from: string
}) {
  const texts = useTexts()
  const { question, statements, notes } = answer
  const rows = rowsOf(storyId, question, from)
  return (
    <>
      <p className={classes.sentence} data-testid="explain-question">
        {capitalise(questionText(texts, asRead(question)))}
      </p>
      {rows !== null && (
        <p>
          <Link to={rows} data-testid="to-the-marked-rows">
            {texts.grid.toTheRows}
          </Link>
        </p>
      )}
      <div data-testid="explain-answer">
        {statements.map((statement) => (
          <AnswerStatement key={statement.insight.id} statement={statement} />
        ))}
      </div>
      {notes.map((note) => (
        <p key={note} className={classes.hint}>
          {note}
        </p>
      ))}
    </>
  )
}

/** The question with its columns called as the story calls them. */
function asRead(question: Answer['question']): Answer['question'] {
  if (question.kind !== 'explain') return question
  const { amount, mark, where } = question
  return {
    ...question,
    amount: amount.kind === 'column' ? { ...amount, column: readableName(amount.column) } : amount,
    mark: withNames(mark, readableName),
    where: where === null ? null : withNames(where, readableName),
  }
}

function rowsOf(storyId: string, question: Answer['question'], from: string): DataRoute | null {
  if (question.kind !== 'explain') return null
  const condition = allOf([...(question.where === null ? [] : [question.where]), question.mark])
  const filter = condition === null ? '' : writeCondition(condition)
  return { ...wholeTable(storyId, question.table), filter, from }
}
