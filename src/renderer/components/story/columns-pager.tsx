/** Which columns of a wide table are in view, and the way to its others. */
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTexts } from '../../stores/language.ts'
import classes from './table-section.module.css'

/** A window that draws more cells than this a row is slow to scroll. */
export const columnsInView = 40

interface ColumnsPagerProps {
  readonly start: number
  readonly total: number
  readonly onStart: (start: number) => void
}

/** Nothing where all columns are in view. */
export function ColumnsPager({ start, total, onStart }: ColumnsPagerProps) {
  const texts = useTexts()
  if (total <= columnsInView) return null
  const last = Math.min(total, start + columnsInView)
  return (
    <div className={classes.pager} data-testid="columns-pager">
      <ActionIcon
        variant="default"
        size={32}
        aria-label={texts.story.earlierColumns}
        disabled={start === 0}
        onClick={() => onStart(Math.max(0, start - columnsInView))}
      >
        <IconChevronLeft size={17} />
      </ActionIcon>
      <p className="tabular" aria-live="polite">
        {texts.story.columnsFromTo({ first: start + 1, last, total })}
      </p>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={texts.story.laterColumns}
        disabled={last >= total}
        onClick={() => onStart(start + columnsInView)}
      >
        <IconChevronRight size={17} />
      </ActionIcon>
    </div>
  )
}
