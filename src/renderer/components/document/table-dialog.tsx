/** The rows of a table as they were understood, before anything is done with it. */
import { Button, Modal } from '@mantine/core'
import { IconCopy, IconFileTypeCsv, IconSparkles } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useTexts } from '../../stores/language.ts'
import { describeTablePages, describeTableSize, nameTable } from '../../words/document-words.ts'
import { DataTable } from '../data-table.tsx'
import type { TableActions } from './table-actions.ts'
import classes from './table-dialog.module.css'

interface TableDialogProps {
  readonly tables: DocumentView['tables']
  readonly actions: TableActions
}

const rowsShown = 500

export function TableDialog({ tables, actions }: TableDialogProps) {
  const texts = useTexts()
  const place = actions.shown
  const table = place === null ? undefined : tables[place]
  return (
    <Modal
      opened={table !== undefined}
      onClose={() => actions.show(null)}
      title={table === undefined || place === null ? '' : nameTable(table, place)}
      size="min(1100px, 94vw)"
      closeButtonProps={{ 'aria-label': texts.documentTables.close }}
    >
      {table !== undefined && place !== null && (
        <div className={classes.body} data-testid="table-dialog">
          <p className={classes.scope}>
            {table.found === undefined
              ? texts.documentTables.scope({ size: describeTableSize(table), pages: describeTablePages(table) })
              : texts.documentTables.scopeFound({
                  size: describeTableSize(table),
                  pages: describeTablePages(table),
                  found: table.found,
                })}
          </p>
          <Rows table={table} />
          <div className={classes.actions}>
            <Button variant="default" leftSection={<IconCopy size={17} />} onClick={() => actions.copy(place)}>
              {texts.documentTables.copy}
            </Button>
            <Button variant="default" leftSection={<IconFileTypeCsv size={17} />} onClick={() => actions.save(place)}>
              {texts.documentTables.saveAsCsv}
            </Button>
            <Button
              leftSection={<IconSparkles size={17} />}
              loading={actions.telling === place}
              onClick={() => actions.tell(place)}
            >
              {texts.documentTables.tellItsStory}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}

function Rows({ table }: { readonly table: DocumentView['tables'][number] }) {
  const texts = useTexts()
  const [first = []] = table.rows
  const rows = table.header ? table.rows.slice(1) : table.rows
  // Names may repeat or be missing; the place of a column is its own.
  const columns = first.map((cell, place) => ({
    name: `column-${place}`,
    label: (table.header ? cell.trim() : '') || texts.documentTables.columnNumber({ number: place + 1 }),
  }))
  return (
    <>
      <DataTable
        label={texts.documentTables.rowsOfTheTable}
        columns={columns}
        rows={rows.slice(0, rowsShown)}
        firstRow={1}
        maxHeight={520}
      />
      {rows.length > rowsShown && (
        <p className={classes.scope}>
          {texts.documentTables.firstRows({
            shown: rowsShown,
            rows: rows.length,
          })}
        </p>
      )}
      {!table.header && <p className={classes.scope}>{texts.documentTables.noRowOfItWas}</p>}
    </>
  )
}
