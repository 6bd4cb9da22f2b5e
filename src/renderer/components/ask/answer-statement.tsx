/** A statement of an answer, with its chart, and the query behind it. */
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { AnswerStatement as Stated } from '../../../shared/ask/answer.ts'
import type { StatedNumber } from '../../../shared/story/story.ts'
import { changeStory } from '../../stores/hand.ts'
import { useTexts } from '../../stores/language.ts'
import { formatExact } from '../../words/amounts.ts'
import { formatSql } from '../../words/format-sql.ts'
import { useHanded } from '../story/hand/hand-context.ts'
import { keyOfNumber, Prose } from '../story/prose.tsx'
import { SqlText } from '../story/sql-text.tsx'
import classes from './answer-card.module.css'

const ChartFigure = lazy(() =>
  import('../../charts/chart-figure.tsx').then((module) => ({ default: module.ChartFigure })),
)

export function AnswerStatement({ statement }: { readonly statement: Stated }) {
  const { insight, paragraph, chart } = statement
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
      <div className={classes.foot}>
        <KeepButton statement={statement} />
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
    </div>
  )
}

/** Keeps the statement in the story that was asked, or lets it go again; nothing where the story cannot be changed. */
function KeepButton({ statement }: { readonly statement: Stated }) {
  const { hand: words } = useTexts()
  const handed = useHanded()
  if (handed === null) return null
  const { id } = statement.insight
  const isKept = handed.hand.answers?.some(({ insight }) => insight.id === id) === true
  return (
    <button
      type="button"
      className={classes.keep}
      aria-pressed={isKept}
      data-testid="keep-answer"
      onClick={() =>
        changeStory(handed.story, isKept ? { kind: 'let go', statement: id } : { kind: 'keep', answer: statement })
      }
    >
      {isKept ? <IconBookmarkFilled size={14} aria-hidden /> : <IconBookmark size={14} aria-hidden />}
      {words.keepAnswer}
    </button>
  )
}
