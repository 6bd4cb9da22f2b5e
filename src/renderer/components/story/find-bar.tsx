/** Words looked for in the story that is open: every place marked, one after another brought into sight. */
import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../stores/language.ts'
import { foundPlaces } from '../../words/found-places.ts'
import classes from './find-bar.module.css'

interface FindBarProps {
  /** What is looked through. */
  readonly within: RefObject<HTMLElement | null>
  /** What the address asks to look for; null: the bar is closed until somebody opens it. */
  readonly asked: string | null
  /** Changes with what is shown, so that the places are looked for again. */
  readonly shown: unknown
}

/** After a pause of so many ms in typing the places are looked for. */
const pauseMs = 150

export function FindBar({ within, asked, shown }: FindBarProps) {
  const { library: words } = useTexts()
  const [written, setWritten] = useState(asked)
  useEffect(() => setWritten(asked), [asked])
  const opener = useRef<Element | null>(null)
  const close = (): void => {
    setWritten(null)
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }
  const [find, setFind] = useState(asked)
  useEffect(() => {
    if (written === null || written === '') {
      setFind(written)
      return
    }
    const timer = setTimeout(() => setFind(written), pauseMs)
    return () => clearTimeout(timer)
  }, [written])
  const field = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const [total, setTotal] = useState(0)
  const ranges = useRef<readonly Range[]>([])
  useFindKey(field, written !== null, () => {
    opener.current = document.activeElement
    setWritten('')
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is read from the page itself.
  useEffect(() => {
    const root = within.current
    ranges.current = root === null || find === null ? [] : rangesOf(root, find)
    setTotal(ranges.current.length)
    setAt(0)
    mark('story-find', ranges.current)
    return () => mark('story-find', [])
  }, [within, find, shown])
  useEffect(() => {
    const range = find === null || total === 0 ? undefined : ranges.current[at]
    mark('story-find-current', range === undefined ? [] : [range])
    if (range !== undefined) {
      const held = range.startContainer.parentElement
      held?.closest('details')?.setAttribute('open', '')
      held?.scrollIntoView({ block: 'center' })
    }
    return () => mark('story-find-current', [])
  }, [at, total, find])
  if (written === null) return null
  const step = (by: number): void => setAt((before) => (total === 0 ? 0 : (before + by + total) % total))
  const said =
    find === null || find.trim() === '' ? '' : total === 0 ? words.noPlace : words.placeOf({ place: at + 1, total })
  return (
    <search className={classes.bar} data-print="hide" data-testid="story-find">
      <TextInput
        ref={field}
        type="search"
        size="sm"
        aria-label={words.findInStory}
        placeholder={words.findInStory}
        value={written}
        data-testid="story-find-field"
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') {
            event.preventDefault()
            close()
          }
        }}
      />
      <span className={classes.count} role="status" data-testid="story-find-count">
        {said}
      </span>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={words.placeBefore} onClick={() => step(-1)}>
        <IconChevronUp size={18} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={words.nextPlace} onClick={() => step(1)}>
        <IconChevronDown size={18} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={words.closeFind} onClick={close}>
        <IconX size={18} />
      </ActionIcon>
    </search>
  )
}

/** Ctrl+F opens the bar and comes back to its field. */
function useFindKey(field: RefObject<HTMLInputElement | null>, isOpen: boolean, open: () => void): void {
  const opening = useRef(open)
  opening.current = open
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      if (!isOpen) opening.current()
      requestAnimationFrame(() => {
        field.current?.focus()
        field.current?.select()
      })
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [field, isOpen])
}

function rangesOf(root: HTMLElement, find: string): readonly Range[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[data-print=hide], .visually-hidden, svg, script, textarea')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const ranges: Range[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const { start, end } of foundPlaces(node.textContent ?? '', find)) {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      ranges.push(range)
    }
  }
  return ranges
}

/** Marked by the browser beside the page's elements, which stay as React made them. */
function mark(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}
