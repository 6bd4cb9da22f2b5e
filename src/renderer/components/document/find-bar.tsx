/** The search within a document: words, how often they were found, on to the next place. */
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { DocumentHit, DocumentView } from '../../../shared/document/reading.ts'
import { type DocumentSearch, searchDocument, stepHit, useDocumentSearch } from '../../stores/document-search.ts'
import { currentTexts, useTexts } from '../../stores/language.ts'
import { goToText, useReader } from '../../stores/reader.ts'
import classes from './find-bar.module.css'

interface FindBarProps {
  readonly view: Pick<DocumentView, 'id' | 'status'>
  readonly onClose: () => void
}

const typingPauseMs = 160

export const focusFindEvent = 'storyglass:focus-find'

function goTo(hit: DocumentHit | null): void {
  if (hit !== null) goToText(hit.page, hit.start, hit.end)
}

export function FindBar({ view, onClose }: FindBarProps) {
  const texts = useTexts()
  const search = useDocumentSearch()
  const [typed, setTyped] = useState(search.words)
  const field = useRef<HTMLInputElement>(null)
  const asked = useRef(search.words)
  useEffect(() => {
    const focus = (): void => {
      field.current?.focus()
      field.current?.select()
    }
    focus()
    window.addEventListener(focusFindEvent, focus)
    return () => window.removeEventListener(focusFindEvent, focus)
  }, [])
  useEffect(() => {
    // The address or a link asked for other words.
    if (search.words === asked.current) return
    asked.current = search.words
    setTyped(search.words)
  }, [search.words])
  const look = (): void => {
    asked.current = typed
    void searchDocument(view.id, typed, useReader.getState().page).then(goTo)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing looks for other words.
  useEffect(() => {
    if (typed === asked.current) return
    const timer = setTimeout(look, typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const step = (by: 1 | -1): void => {
    if (typed === search.answered) goTo(stepHit(by))
    else look()
  }
  return (
    <search className={classes.bar} data-testid="find-bar" data-print="hide">
      <input
        ref={field}
        className={classes.field}
        type="text"
        aria-label={texts.documentSearch.searchInTheDocument}
        placeholder={texts.documentSearch.searchInTheDocument}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        data-testid="find-field"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          }
          if (event.key === 'Escape') {
            event.preventDefault()
            onClose()
          }
        }}
      />
      <span className={classes.count} role="status" data-testid="find-count" data-none={isNone(search) || undefined}>
        {describe(search, view.status)}
      </span>
      <button
        type="button"
        className={classes.button}
        aria-label={texts.documentSearch.previousHit}
        disabled={search.hits.length === 0}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={18} aria-hidden />
      </button>
      <button
        type="button"
        className={classes.button}
        aria-label={texts.documentSearch.nextHit}
        disabled={search.hits.length === 0}
        onClick={() => step(1)}
      >
        <IconChevronDown size={18} aria-hidden />
      </button>
      <button
        type="button"
        className={classes.button}
        aria-label={texts.documentSearch.closeTheSearch}
        onClick={onClose}
      >
        <IconX size={18} aria-hidden />
      </button>
    </search>
  )
}

function isNone({ answered, words, hits }: DocumentSearch): boolean {
  return answered !== null && words.trim() !== '' && hits.length === 0
}

function describe(search: DocumentSearch, status: DocumentView['status']): string {
  const texts = currentTexts()
  const { words, answered, hits, total, current, failure } = search
  if (words.trim() === '' || answered === null) return ''
  if (failure !== null) return failure.message
  const reading = status === 'processing' || status === 'queued'
  if (hits.length === 0) return reading ? texts.documentSearch.notFoundSoFar : texts.documentSearch.notFound
  const count = { current: current + 1, total }
  return reading ? texts.documentSearch.countSoFar(count) : texts.documentSearch.count(count)
}
