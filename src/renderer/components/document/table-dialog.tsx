/** The rows of a table as they were understood, before anything is done with it. */
import { Button, Modal } from '@mantine/core'
import { IconCopy, IconFileTypeCsv, IconSparkles } from '@tabler/icons-react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { plural } from '../../../shared/format/words.ts'
import { formatCount } from '../../words/amounts.ts'
import { describeTablePages, describeTableSize, nameTable } from '../../words/document-words.ts'
import { DataTable } from '../data-table.tsx'
import type { TableActions } from './table-actions.ts'
import classes from './table-dialog.module.css'

interface TableDialogProps {
  readonly tables: DocumentView['tables']
  readonly actions: TableActions
}

const rowsShown = 500

const foundWords = {
  ruled: 'found by its drawn lines',
  unruled: 'found by how its text is set',
  marked: 'marked as a table in the document',
} as const

export function TableDialog({ tables, actions }: TableDialogProps) {
  const place = actions.shown
  const table = place === null ? undefined : tables[place]
  return (
    <Modal
      opened={table !== undefined}
      onClose={() => actions.show(null)}
      title={table === undefined || place === null ? '' : nameTable(table, place)}
      size="min(1100px, 94vw)"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {table !== undefined && place !== null && (
        <div className={classes.body} data-testid="table-dialog">
          <p className={classes.scope}>
            {describeTableSize(table)} on {describeTablePages(table)}
            {table.found !== undefined && `, ${foundWords[table.found]}`}
          </p>
          <Rows table={table} />
          <div className={classes.actions}>
            <Button variant="default" leftSection={<IconCopy size={17} />} onClick={() => actions.copy(place)}>
              Copy
            </Button>
            <Button variant="default" leftSection={<IconFileTypeCsv size={17} />} onClick={() => actions.save(place)}>
              Save as CSV
            </Button>
            <Button
              leftSection={<IconSparkles size={17} />}
              loading={actions.telling === place}
              onClick={() => actions.tell(place)}
            >
              Tell its story
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}

function Rows({ table }: { readonly table: DocumentView['tables'][number] }) {
  const [first = []] = table.rows
  const rows = table.header ? table.rows.slice(1) : table.rows
  // Names may repeat or be missing; the place of a column is its own.
  const columns = first.map((cell, place) => ({
    name: `column-${place}`,
    label: (table.header ? cell.trim() : '') || `Column ${place + 1}`,
  }))
  return (
    <>
      <DataTable
        label="Rows of the table"
        columns={columns}
        rows={rows.slice(0, rowsShown)}
        firstRow={1}
        maxHeight={520}
      />
      {rows.length > rowsShown && (
        <p className={classes.scope}>
          The first {formatCount(rowsShown)} of {formatCount(rows.length)} {plural(rows.length, 'row')}; a copy, a file
          and its story have all of them.
        </p>
      )}
      {!table.header && (
        <p className={classes.scope}>No row of it was recognised as a header: the columns are named by their places.</p>
      )}
    </>
  )
}
