/** The tables found in a document: where each stands, and what can be done with it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconFileTypeCsv, IconSparkles, IconTable } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { hrefOf } from '../../routes/route.ts'
import { useTexts } from '../../stores/language.ts'
import { useReader } from '../../stores/reader.ts'
import { describeTablePages, describeTableSize, nameTable } from '../../words/document-words.ts'
import classes from './panel-list.module.css'
import type { TableActions } from './table-actions.ts'
import { visitTable } from './use-address.ts'
import { VirtualList } from './virtual-list.tsx'

interface TablesListProps {
  readonly view: Pick<DocumentView, 'id' | 'tables'>
  readonly actions: TableActions
  readonly onUsed: () => void
}

const rowHeight = 114
const heightOf = (): number => rowHeight

export function TablesList({ view, actions, onUsed }: TablesListProps) {
  const texts = useTexts()
  const { id, tables } = view
  const chosen = useReader((state) => state.table)
  return (
    <VirtualList
      label={texts.documentTables.tables}
      count={tables.length}
      heightOf={heightOf}
      current={chosen}
      testId="tables-list"
      row={(place) => {
        const table = tables[place]
        if (table === undefined) return null
        const name = nameTable(table, place)
        return (
          <div className={classes.table} data-chosen={place === chosen || undefined}>
            <a
              className={classes.tableName}
              title={name}
              href={hrefOf({ screen: 'document', id, page: table.page, find: '' })}
              onClick={(event) => {
                event.preventDefault()
                visitTable(id, place, table.page)
                onUsed()
              }}
            >
              {name}
            </a>
            <span className={classes.tableScope}>
              {texts.documentTables.sizeAndPages({ size: describeTableSize(table), pages: describeTablePages(table) })}
            </span>
            <span className={classes.tableActions}>
              <Button
                size="compact-xs"
                variant="light"
                leftSection={<IconSparkles size={14} />}
                loading={actions.telling === place}
                onClick={() => actions.tell(place)}
              >
                {texts.documentTables.tellItsStory}
                <span className="visually-hidden">: {name}</span>
              </Button>
              <Tooltip label={texts.documentTables.rows}>
                <ActionIcon
                  size={24}
                  variant="subtle"
                  color="gray"
                  aria-label={texts.documentTables.rowsOf({ name })}
                  data-testid="table-rows"
                  onClick={() => actions.show(place)}
                >
                  <IconTable size={15} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={texts.documentTables.saveAsCsv}>
                <ActionIcon
                  size={24}
                  variant="subtle"
                  color="gray"
                  aria-label={texts.documentTables.saveNamedAsCsv({ name })}
                  onClick={() => actions.save(place)}
                >
                  <IconFileTypeCsv size={15} />
                </ActionIcon>
              </Tooltip>
            </span>
          </div>
        )
      }}
    />
  )
}
