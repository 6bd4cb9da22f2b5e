/** A line to ask about the tables of a story, with what was understood of the question and its answer. */
import { Button, TextInput } from '@mantine/core'
import { IconMessageQuestion, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { type Asked, answerQuery, askedTablesQuery } from '../../queries/asking.ts'
import { loadedOf } from '../../queries/client.ts'
import { useTexts } from '../../stores/language.ts'
import { completionsOf } from '../../words/asking.ts'
import { FailureNote } from '../failure-note.tsx'
import { AnswerCard } from './answer-card.tsx'
import classes from './ask-line.module.css'

/** Of a question, in characters: as the engine takes it. */
const longestQuestion = 2_000

export function AskLine({ storyId }: { readonly storyId: string }) {
  const texts = useTexts()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isInUse, setInUse] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const { data: tables = [] } = useQuery({ ...askedTablesQuery(storyId), enabled: isInUse })
  const close = (): void => {
    setAsked(null)
    input.current?.focus()
  }
  return (
    <section className={classes.line} aria-label={texts.asking.label} data-print="hide" data-testid="ask-line">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          const question = text.trim()
          if (question !== '') setAsked({ text: question })
        }}
      >
        <TextInput
          ref={input}
          className={classes.input ?? ''}
          aria-label={texts.asking.label}
          placeholder={texts.asking.placeholder}
          leftSection={<IconMessageQuestion size={18} aria-hidden />}
          value={text}
          maxLength={longestQuestion}
          list={listId}
          autoComplete="off"
          data-testid="ask-input"
          onFocus={() => setInUse(true)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {completionsOf(text, tables).map((completion) => (
            <option key={completion} value={completion} />
          ))}
        </datalist>
        <Button type="submit" variant="default" disabled={text.trim() === ''}>
          {texts.asking.ask}
        </Button>
      </form>
      {asked !== null && (
        <div className={classes.answer} data-testid="ask-answer">
          <button type="button" className={classes.close} aria-label={texts.asking.close} onClick={close}>
            <IconX size={18} aria-hidden />
          </button>
          <Answered storyId={storyId} asked={asked} tables={tables} onChange={setAsked} />
        </div>
      )}
    </section>
  )
}

interface AnsweredProps {
  readonly storyId: string
  readonly asked: Asked
  readonly tables: Parameters<typeof AnswerCard>[0]['tables']
  readonly onChange: (asked: Asked) => void
}

function Answered({ storyId, asked, tables, onChange }: AnsweredProps) {
  const texts = useTexts()
  // While a part is changed the answer stays with its parts in view, and the keyboard on the one that was changed.
  const isChanged = 'question' in asked
  const query = useQuery({
    ...answerQuery(storyId, asked),
    ...(isChanged ? { placeholderData: keepPreviousData } : {}),
  })
  const loaded = loadedOf(query)
  if (loaded.state === 'failed') {
    return (
      <FailureNote failure={loaded.failure} testId="ask-failed">
        <p>{texts.asking.failedStays}</p>
        <Button variant="default" onClick={() => void query.refetch()} data-testid="ask-again">
          {texts.asking.askAgain}
        </Button>
      </FailureNote>
    )
  }
  if (loaded.state !== 'ready') {
    return (
      <p className={classes.waiting} role="status">
        {texts.asking.answering}
      </p>
    )
  }
  const { understanding, answer } = loaded.value
  const isFormer = isChanged && query.isPlaceholderData
  return (
    <div className={classes.card} aria-busy={isFormer}>
      {isFormer && (
        <p className="visually-hidden" role="status">
          {texts.asking.answering}
        </p>
      )}
      <AnswerCard
        understanding={isFormer ? { ...understanding, question: asked.question } : understanding}
        answer={answer}
        tables={tables}
        onChange={(question) => onChange({ question })}
      />
    </div>
  )
}
