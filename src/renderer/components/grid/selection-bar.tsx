/** The line below the grid: how many rows there are, and what the selected cells come to. */
import { Button, Menu } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronDown, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { GridSelection, GridView } from '../../../shared/contract/grid.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { type GridRange, gridSelectionQuery } from '../../queries/grid.ts'
import { useTexts } from '../../stores/language.ts'
import { formatCount } from '../../words/amounts.ts'
import classes from './selection-bar.module.css'

/** So long after the last change of a selection it is summed, ms. */
const settleMs = 180

interface SelectionBarProps {
  readonly storyId: string
  readonly view: GridView
  /** Of the view; null before it is known. */
  readonly total: number | null
  readonly tableRows: number
  /** Null where one cell is, or none. */
  readonly range: GridRange | null
  readonly onCopy: (header: boolean) => void
}

export function SelectionBar({ storyId, view, total, tableRows, range, onCopy }: SelectionBarProps) {
  const texts = useTexts()
  const [settled] = useDebouncedValue(range, settleMs)
  const asked = settled ?? { columns: [], offset: 0, rows: 1 }
  const { data } = useQuery({ ...gridSelectionQuery(storyId, view, asked), enabled: settled !== null })
  return (
    <div className={classes.bar} data-testid="grid-status">
      <p className={classes.rows} role="status" data-testid="grid-count">
        {total === null
          ? texts.grid.counting
          : total === tableRows
            ? texts.grid.all({ total })
            : texts.grid.some({ shown: total, total: tableRows })}
      </p>
      {range !== null && (
        <>
          <p className={classes.size}>{texts.grid.selected({ rows: range.rows, columns: range.columns.length })}</p>
          {data !== undefined && settled !== null && <Figures figures={data} texts={texts} />}
        </>
      )}
      <Menu position="top-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={15} />}
            rightSection={<IconChevronDown size={14} />}
            data-testid="grid-copy"
          >
            {texts.grid.copy}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onCopy(false)}>{texts.grid.copy}</Menu.Item>
          <Menu.Item onClick={() => onCopy(true)}>{texts.grid.copyWithHeader}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Figures({ figures, texts }: { readonly figures: GridSelection; readonly texts: Texts }) {
  const { sum, mean, numbers, filled, least, most } = figures
  const value = (number: number): string => formatNumber(number, { kind: 'value' })
  const entries: readonly (readonly [string, string])[] = [
    ...(sum === null ? [] : [[texts.grid.sum, value(sum)] as const]),
    ...(mean === null ? [] : [[texts.grid.mean, value(mean)] as const]),
    ...(least === null || most === null
      ? []
      : [[texts.grid.least, value(least)] as const, [texts.grid.most, value(most)] as const]),
    numbers > 0 ? [texts.grid.numbers, formatCount(numbers)] : [texts.grid.filled, formatCount(filled)],
  ]
  return (
    <dl className={classes.figures} data-testid="grid-figures" aria-live="polite">
      {entries.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
