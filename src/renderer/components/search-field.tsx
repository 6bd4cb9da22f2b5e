/** A search that waits until the typing pauses, and follows the address when that changes by other means. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../stores/language.ts'
import classes from './search-field.module.css'
import { focusSearchEvent } from './shortcuts.tsx'

interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly testId: string
}

export function SearchField({ label, placeholder, search, onSearch, testId }: SearchFieldProps) {
  const texts = useTexts()
  const [text, setText] = useState(search)
  const [settled] = useDebouncedValue(text, 160)
  const input = useRef<HTMLInputElement>(null)
  const asked = useRef(search)
  useEffect(() => {
    const wanted = settled.trim().slice(0, 200)
    if (wanted === asked.current) return
    asked.current = wanted
    onSearch(wanted)
  }, [settled, onSearch])
  useEffect(() => {
    // The address changed by other means: a link, back, "show all".
    if (search === asked.current) return
    asked.current = search
    setText(search)
  }, [search])
  useEffect(() => {
    const focus = (): void => input.current?.focus()
    window.addEventListener(focusSearchEvent, focus)
    return () => window.removeEventListener(focusSearchEvent, focus)
  }, [])
  return (
    <TextInput
      ref={input}
      className={classes.search ?? ''}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={17} aria-hidden />}
      rightSection={
        text !== '' && (
          <button
            type="button"
            className={classes.clear}
            aria-label={texts.common.clearTheSearch}
            onClick={() => setText('')}
          >
            <IconX size={16} aria-hidden />
          </button>
        )
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      data-testid={testId}
    />
  )
}
