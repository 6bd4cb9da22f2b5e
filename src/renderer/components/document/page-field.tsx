/** The page one is on, of how many; typed over, it leads to another one by its number or its own name. */
import { useEffect, useRef, useState } from 'react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useTexts } from '../../stores/language.ts'
import { useReader } from '../../stores/reader.ts'
import { pageNamed } from '../../words/document-words.ts'
import classes from './page-field.module.css'
import { visitPage } from './use-address.ts'

export const focusPageFieldEvent = 'storyglass:focus-page-field'

export function PageField({ view }: { readonly view: DocumentView }) {
  const texts = useTexts()
  const page = useReader((state) => state.page)
  const count = view.pages.length
  const named = view.pages[page - 1]?.label ?? String(page)
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (): void => field.current?.focus()
    window.addEventListener(focusPageFieldEvent, focus)
    return () => window.removeEventListener(focusPageFieldEvent, focus)
  }, [])
  const go = (): void => {
    const wanted = pageNamed(typed ?? '', view.pages)
    setRefused(wanted === null)
    if (wanted === null) {
      field.current?.select()
      return
    }
    setTyped(null)
    visitPage(view.id, wanted)
  }
  return (
    <div className={classes.field}>
      <input
        ref={field}
        className={classes.input}
        aria-label={texts.documents.page}
        aria-invalid={refused || undefined}
        inputMode="text"
        value={typed ?? named}
        size={Math.max(2, Math.min(8, (typed ?? named).length))}
        data-testid="page-field"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setRefused(false)
        }}
        onBlur={() => {
          setTyped(null)
          setRefused(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) go()
          if (event.key === 'Escape') {
            event.preventDefault()
            setTyped(null)
            event.currentTarget.blur()
          }
        }}
      />
      <span className={classes.total} data-testid="page-count">
        {named === String(page) ? texts.documents.ofPages({ count }) : texts.documents.pageOfPages({ page, count })}
      </span>
      <span className="visually-hidden" role="status">
        {refused ? texts.documents.thereIsNoSuchPage : ''}
      </span>
    </div>
  )
}
