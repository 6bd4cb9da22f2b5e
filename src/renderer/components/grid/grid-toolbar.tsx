/** The bar of the data view: where one came from, which table, what is searched for, which columns. */
import { ActionIcon, Checkbox, NativeSelect, Popover, ScrollArea, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconColumns, IconFilter } from '@tabler/icons-react'
import type { Story } from '../../../shared/story/story.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { DataRoute } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { Link } from '../link.tsx'
import { SearchField } from '../search-field.tsx'
import type { GridActions } from './grid-actions.ts'
import classes from './grid-toolbar.module.css'

interface GridToolbarProps {
  readonly story: Story
  readonly table: ProfiledTable
  readonly route: DataRoute
  readonly actions: GridActions
  readonly filterShown: boolean
  readonly onFilterShown: (shown: boolean) => void
  readonly children?: React.ReactNode
}

export function GridToolbar({ story, table, route, actions, filterShown, onFilterShown, children }: GridToolbarProps) {
  const texts = useTexts()
  return (
    <div className={classes.bar} data-print="hide">
      <Link
        to={{ screen: 'story', id: story.id, anchor: route.from === '' ? null : route.from }}
        className={classes.back}
        data-testid="back-to-story"
      >
        <IconArrowLeft size={17} aria-hidden />
        <span>{texts.grid.toTheStory}</span>
      </Link>
      <h1 className={classes.title} title={table.name}>
        {table.name}
      </h1>
      {story.tables.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={texts.grid.table}
          data={story.tables.map(({ name }) => name)}
          value={table.name}
          onChange={(event) => actions.showTable(event.currentTarget.value)}
        />
      )}
      <div className={classes.tools}>
        <div className={classes.search}>
          <SearchField
            label={texts.grid.search}
            placeholder={texts.grid.search}
            search={route.search}
            onSearch={actions.searchFor}
            testId="grid-search"
          />
        </div>
        <Tooltip label={texts.grid.filterAsText}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={texts.grid.filterAsText}
            aria-pressed={filterShown}
            data-testid="grid-filter"
            onClick={() => onFilterShown(!filterShown)}
          >
            <IconFilter size={18} />
          </ActionIcon>
        </Tooltip>
        <ColumnsMenu table={table} shown={route.columns} onShow={actions.showColumns} />
        {children}
      </div>
    </div>
  )
}

interface ColumnsMenuProps {
  readonly table: ProfiledTable
  /** Empty: all. */
  readonly shown: readonly string[]
  readonly onShow: (columns: readonly string[]) => void
}

function ColumnsMenu({ table, shown, onShow }: ColumnsMenuProps) {
  const texts = useTexts()
  const names = table.columns.map(({ name }) => name)
  const current = shown.length === 0 ? names : shown
  const change = (name: string, isShown: boolean): void => {
    if (!isShown) onShow(current.filter((one) => one !== name))
    else onShow([...current, name])
  }
  return (
    <Popover position="bottom-end" width={280} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={texts.grid.columns} data-testid="grid-columns">
          <IconColumns size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.grid.columnsShown}>
        <ScrollArea.Autosize mah={360}>
          <div className={classes.choices}>
            {names.map((name) => (
              <Checkbox
                key={name}
                size="sm"
                label={name}
                checked={current.includes(name)}
                // One column at least is shown.
                disabled={current.length === 1 && current[0] === name}
                onChange={(event) => change(name, event.currentTarget.checked)}
              />
            ))}
          </div>
        </ScrollArea.Autosize>
        {shown.length > 0 && (
          <button type="button" className={classes.all} onClick={() => onShow(names)}>
            {texts.grid.showAllColumns}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
