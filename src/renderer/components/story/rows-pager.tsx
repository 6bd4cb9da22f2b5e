/** Steps through the rows of a table, a page at a time, and says which are shown. */
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTexts } from '../../stores/language.ts'

interface RowsPagerProps {
  /** How many rows come before those asked for last; while they are read, the ones before are still shown. */
  readonly asked: number
  /** Of the rows shown: how many come before them, and how many they are. */
  readonly offset: number
  readonly shown: number
  readonly total: number
  /** Rows of a page. */
  readonly pageSize: number
  readonly onOffset: (offset: number) => void
}

export function RowsPager({ asked, offset, shown, total, pageSize, onOffset }: RowsPagerProps) {
  const { story } = useTexts()
  return (
    <>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={story.earlierRows}
        disabled={asked === 0}
        onClick={() => onOffset(Math.max(0, asked - pageSize))}
      >
        <IconChevronLeft size={17} />
      </ActionIcon>
      <p className="tabular" aria-live="polite">
        {story.rowsFromTo({ first: Math.min(total, offset + 1), last: Math.min(offset + shown, total), total })}
      </p>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={story.laterRows}
        disabled={asked + pageSize >= total}
        onClick={() => onOffset(asked + pageSize)}
      >
        <IconChevronRight size={17} />
      </ActionIcon>
    </>
  )
}
