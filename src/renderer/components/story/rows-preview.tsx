/** The rows of a stored table, a page at a time; the window never holds more than one page. */
import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { booleanWord } from '../../../shared/format/boolean-words.ts'
import type { ProfiledTable } from '../../../shared/story/table.ts'
import { loadedOf } from '../../queries/client.ts'
import { rowsQuery } from '../../queries/stories.ts'
import { useTexts } from '../../stores/language.ts'
import { DataTable, writeStored } from '../data-table.tsx'
import { FailureNote } from '../failure-note.tsx'
import { ColumnsPager, columnsInView } from './columns-pager.tsx'
import { RowsPager } from './rows-pager.tsx'
import classes from './table-section.module.css'

/** Rows of a page, and values of one: the rows of a very wide table come fewer at a time. */
const mostRows = 100
const mostValues = 100_000

interface RowsPreviewProps {
  readonly storyId: string
  readonly table: ProfiledTable
}

export function RowsPreview({ storyId, table }: RowsPreviewProps) {
  const texts = useTexts()
  const [offset, setOffset] = useState(0)
  const [firstColumn, setFirstColumn] = useState(0)
  const pageSize = Math.max(10, Math.min(mostRows, Math.floor(mostValues / table.columns.length)))
  const page = loadedOf(useQuery(rowsQuery(storyId, table.name, offset, pageSize)))
  if (page.state === 'failed') return <FailureNote failure={page.failure} />
  if (page.state === 'loading')
    return <div className={classes.waiting} role="status" aria-label={texts.story.readingRows} />
  const { total } = page.value
  const formats = new Map(table.columns.map(({ name, format }) => [name, format]))
  return (
    <div className={classes.preview} data-testid="rows-preview">
      <ColumnsPager start={firstColumn} total={page.value.columns.length} onStart={setFirstColumn} />
      <DataTable
        label={texts.story.rowsOf({ table: table.name })}
        columns={page.value.columns.slice(firstColumn, firstColumn + columnsInView).map((name) => ({ name }))}
        rows={page.value.rows.map((row) => row.slice(firstColumn, firstColumn + columnsInView))}
        write={(value, column) =>
          typeof value === 'boolean' ? booleanWord(value, formats.get(column) ?? null) : writeStored(value)
        }
        firstRow={page.value.offset + 1}
        maxHeight={460}
      />
      <div className={classes.pager}>
        <RowsPager
          asked={offset}
          offset={page.value.offset}
          shown={page.value.rows.length}
          total={total}
          pageSize={pageSize}
          onOffset={setOffset}
        />
        <NumberInput
          className={classes.jump ?? ''}
          size="xs"
          aria-label={texts.story.goToRow}
          placeholder={texts.story.goToRow}
          min={1}
          max={Math.max(1, total)}
          allowDecimal={false}
          hideControls
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            const row = Number(event.currentTarget.value)
            if (Number.isInteger(row) && row >= 1) setOffset(Math.min(row, Math.max(1, total)) - 1)
          }}
        />
      </div>
    </div>
  )
}
