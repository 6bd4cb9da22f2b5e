/** The filters of the view, each as a sentence that can be taken out, and the whole as a text that can be changed. */
import { Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { type Condition, conditionText } from '../../../shared/story/condition.ts'
import { ConditionError, parseCondition } from '../../../shared/story/parse-condition.ts'
import { useTexts } from '../../stores/language.ts'
import { partsOf, withoutPart } from '../../words/grid-filters.ts'
import classes from './filter-bar.module.css'

interface FilterBarProps {
  readonly condition: Condition | null
  /** As it stands in the address. */
  readonly text: string
  readonly search: string
  readonly columns: readonly string[]
  readonly asText: boolean
  readonly onFilter: (condition: Condition | null) => void
  readonly onSearch: (search: string) => void
  readonly onAll: () => void
}

export function FilterBar(props: FilterBarProps) {
  const { condition, text, search, columns, asText, onFilter, onSearch, onAll } = props
  const texts = useTexts()
  const parts = partsOf(condition)
  const count = parts.length + (search === '' ? 0 : 1)
  if (count === 0 && !asText) return null
  return (
    <section className={classes.bar} aria-label={texts.grid.filters} data-testid="grid-filters">
      {count > 0 && (
        <ul className={classes.chips}>
          {parts.map((part, place) => (
            <Chip
              // Parts have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              key={place}
              text={conditionText(texts, part)}
              onRemove={() => onFilter(withoutPart(condition, place))}
            />
          ))}
          {search !== '' && <Chip text={texts.grid.searchedFor({ text: search })} onRemove={() => onSearch('')} />}
          {count > 1 && (
            <li>
              <button type="button" className={classes.all} onClick={onAll}>
                {texts.grid.removeAll}
              </button>
            </li>
          )}
        </ul>
      )}
      {asText && <FilterField text={text} columns={columns} onFilter={onFilter} />}
    </section>
  )
}

function Chip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const texts = useTexts()
  return (
    <li className={classes.chip}>
      <span>{text}</span>
      <button type="button" aria-label={texts.grid.remove({ filter: text })} onClick={onRemove}>
        <IconX size={13} aria-hidden />
      </button>
    </li>
  )
}

interface FilterFieldProps {
  readonly text: string
  readonly columns: readonly string[]
  readonly onFilter: (condition: Condition | null) => void
}

function FilterField({ text, columns, onFilter }: FilterFieldProps) {
  const texts = useTexts()
  const [written, setWritten] = useState(text)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    setWritten(text)
    setWrong(null)
  }, [text])
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault()
        try {
          onFilter(written.trim() === '' ? null : parseCondition(written, columns))
          setWrong(null)
        } catch (error) {
          if (!(error instanceof ConditionError)) throw error
          setWrong(error.message)
        }
      }}
    >
      <TextInput
        className={classes.input ?? ''}
        aria-label={texts.grid.filterAsText}
        placeholder={texts.grid.filterExample}
        value={written}
        error={wrong === null ? null : texts.grid.notUnderstood({ why: wrong })}
        data-testid="grid-filter-text"
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {texts.grid.applyFilter}
      </Button>
    </form>
  )
}
