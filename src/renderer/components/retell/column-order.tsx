/** The order of a column's categories: moved one by one, and taken back. */
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ColumnType, ProfiledColumn } from '../../../shared/story/table.ts'
import { type ChangeTold, withSaid } from '../../../shared/story/told-edits.ts'
import { useTexts } from '../../stores/language.ts'
import { categoriesToOrder, moved } from '../../words/category-order.ts'
import classes from './retelling.module.css'

interface ColumnOrderProps {
  readonly column: ProfiledColumn
  /** As it is to be read; undefined as it was judged. */
  readonly type: ColumnType | undefined
  /** As it is told; null where it is not. */
  readonly order: readonly string[] | null
  readonly onChange: ChangeTold
}

/** Nothing of a column without categories, or with more than can be put in an order one by one. */
export function ColumnOrder({ column, type, order, onChange }: ColumnOrderProps) {
  const { locale, retell } = useTexts()
  const words = retell.columns
  const list = useRef<HTMLOListElement>(null)
  const last = useRef<{ readonly category: string; readonly by: number } | null>(null)
  // A button that moves with its category would lose the keyboard's place.
  useEffect(() => {
    const { category, by } = last.current ?? {}
    if (category === undefined || order === null) return
    last.current = null
    const row = [...(list.current?.children ?? [])].find((one) => one.getAttribute('data-category') === category)
    row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]`)?.focus()
  }, [order])
  const categories = categoriesToOrder(column, type, order)
  if (categories === null) return null
  const { name } = column
  const set = (next: readonly string[] | null): void =>
    onChange((told) => withSaid(told, 'orders', name, next === null ? null : [...next]))
  const move = (category: string, by: -1 | 1): void => {
    last.current = { category, by }
    set(moved(categories, category, by))
  }
  return (
    <details className={classes.order} data-testid="column-order">
      <summary>{order === null ? words.order : words.orderTold({ order: categories.join(', ') })}</summary>
      <ol ref={list}>
        {categories.map((category, place) => (
          <li key={category} data-category={category}>
            <span>{category}</span>
            <ActionIcon
              variant="subtle"
              size={32}
              data-by={-1}
              aria-label={words.earlier({ category })}
              aria-disabled={place === 0}
              onClick={() => place > 0 && move(category, -1)}
            >
              <IconArrowUp size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size={32}
              data-by={1}
              aria-label={words.later({ category })}
              aria-disabled={place === categories.length - 1}
              onClick={() => place < categories.length - 1 && move(category, 1)}
            >
              <IconArrowDown size={17} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div className={classes.orderActions}>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={words.alphabeticalOf({ column: name })}
          onClick={() => set(categories.toSorted((one, other) => one.localeCompare(other, locale, { numeric: true })))}
        >
          {words.alphabetical}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={words.noOrderOf({ column: name })}
          disabled={order === null}
          onClick={() => set(null)}
        >
          {words.noOrder}
        </Button>
      </div>
    </details>
  )
}
