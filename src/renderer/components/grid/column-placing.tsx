/** How a column stands in the grid, for those who do not drag: sorted by, moved, made wider, hidden. */
import { Button, ButtonGroup } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { GridView } from '../../../shared/contract/grid.ts'
import { mostSortColumns } from '../../../shared/contract/grid.ts'
import { useTexts } from '../../stores/language.ts'
import classes from './column-panel.module.css'
import { type GridActions, movedBy } from './grid-actions.ts'
import { leastWidth, mostWidth } from './use-grid-columns.ts'

interface ColumnPlacingProps {
  readonly column: string
  readonly view: GridView
  readonly shown: readonly string[]
  /** Those that were changed, CSS pixels by column. */
  readonly widths: Readonly<Record<string, number>>
  /** As the column is drawn, CSS pixels; null where it is hidden. */
  readonly width: number | null
  readonly actions: GridActions
  readonly onClose: () => void
}

const widthStep = 40

export function ColumnPlacing({ column, view, shown, widths, width, actions, onClose }: ColumnPlacingProps) {
  const texts = useTexts()
  const { sort } = view
  const sorted = sort.find((one) => one.column === column)
  const at = shown.indexOf(column)
  const others = sort.filter((one) => one.column !== column)
  const widen = (by: number): void => {
    if (width === null) return
    actions.setWidths({ ...widths, [column]: Math.min(mostWidth, Math.max(leastWidth, width + by)) })
  }
  const by = (descending: boolean): void => actions.setSort([{ column, descending }])
  return (
    <section className={classes.part}>
      <h3>{texts.grid.sort}</h3>
      <ButtonGroup>
        <Button
          size="xs"
          variant={sorted?.descending === false ? 'light' : 'default'}
          leftSection={<IconArrowUp size={14} />}
          aria-pressed={sorted?.descending === false}
          data-testid="sort-ascending"
          onClick={() => by(false)}
        >
          {texts.grid.ascending}
        </Button>
        <Button
          size="xs"
          variant={sorted?.descending === true ? 'light' : 'default'}
          leftSection={<IconArrowDown size={14} />}
          aria-pressed={sorted?.descending === true}
          data-testid="sort-descending"
          onClick={() => by(true)}
        >
          {texts.grid.descending}
        </Button>
      </ButtonGroup>
      <div className={classes.small}>
        {sorted === undefined && others.length > 0 && others.length < mostSortColumns && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => actions.setSort([...sort, { column, descending: false }])}
          >
            {texts.grid.alsoBy}
          </Button>
        )}
        {sorted !== undefined && (
          <Button size="compact-xs" variant="subtle" onClick={() => actions.setSort(others)}>
            {texts.grid.unsorted}
          </Button>
        )}
      </div>
      <h3>{texts.grid.place}</h3>
      <div className={classes.small}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={at <= 0}
          onClick={() => actions.showColumns(movedBy(shown, column, -1))}
        >
          {texts.grid.moveLeft}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={at === -1 || at === shown.length - 1}
          onClick={() => actions.showColumns(movedBy(shown, column, 1))}
        >
          {texts.grid.moveRight}
        </Button>
        <Button size="compact-xs" variant="default" disabled={width === null} onClick={() => widen(-widthStep)}>
          {texts.grid.narrower}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={width === null}
          data-testid="wider"
          onClick={() => widen(widthStep)}
        >
          {texts.grid.wider}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={shown.length <= 1}
          onClick={() => {
            actions.showColumns(shown.filter((name) => name !== column))
            onClose()
          }}
        >
          {texts.grid.hide}
        </Button>
      </div>
    </section>
  )
}
