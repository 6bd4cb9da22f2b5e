/** The rows of the table that a statement rests on, a page at a time. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Insight } from '../../../shared/story/insight.ts'
import { loadedOf } from '../../queries/client.ts'
import { rowsBehindQuery } from '../../queries/stories.ts'
import { useTexts } from '../../stores/language.ts'
import { rowsOf } from '../../words/evidence.ts'
import { DataTable, writeStored } from '../data-table.tsx'
import { FailureNote } from '../failure-note.tsx'
import classes from './evidence-panel.module.css'
import { RowsPager } from './rows-pager.tsx'

const pageSize = 50

interface EvidenceRowsProps {
  readonly storyId: string
  readonly insight: Insight
}

export function EvidenceRows({ storyId, insight }: EvidenceRowsProps) {
  const texts = useTexts()
  const [offset, setOffset] = useState(0)
  const columns = [...new Set([...Object.keys(insight.subspace ?? {}), ...insight.columns])]
  const where = rowsOf(insight)
  const page = loadedOf(useQuery(rowsBehindQuery(storyId, { table: insight.table, columns, where, offset, pageSize })))
  if (page.state === 'failed') return <FailureNote failure={page.failure} />
  if (page.state === 'loading')
    return <div className={classes.waiting} role="status" aria-label={texts.story.readingRows} />
  const { rows, numbers, total } = page.value
  return (
    <div data-testid="evidence-rows">
      <DataTable
        label={texts.evidence.theRows}
        columns={columns.map((name) => ({ name }))}
        rows={rows}
        write={writeStored}
        numbers={numbers}
        maxHeight={280}
      />
      {total > pageSize && (
        <div className={classes.pager}>
          <RowsPager
            asked={offset}
            offset={offset}
            shown={rows.length}
            total={total}
            pageSize={pageSize}
            onOffset={setOffset}
          />
        </div>
      )}
    </div>
  )
}
