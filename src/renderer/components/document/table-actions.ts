/** What a person can do with a table of a document: tell it, see its rows, save it, copy it. */
import { useCallback, useMemo, useState } from 'react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { navigate } from '../../routes/navigation.ts'
import { exportDocument, tellTable } from '../../stores/document-commands.ts'
import { useTexts } from '../../stores/language.ts'
import { notify } from '../../stores/notices.ts'
import { tableAsText } from '../../words/document-words.ts'
import { copyText } from './outside-link.tsx'

/** Tables are named by their place in the document's list, from 0. */
export interface TableActions {
  /** Begins its story and shows the job. */
  readonly tell: (table: number) => void
  /** The one whose story is being asked for. */
  readonly telling: number | null
  readonly show: (table: number | null) => void
  /** The one whose rows are shown; null: none. */
  readonly shown: number | null
  readonly save: (table: number) => void
  readonly copy: (table: number) => void
}

export function useTableActions(id: string, tables: DocumentView['tables']): TableActions {
  const texts = useTexts()
  const [telling, setTelling] = useState<number | null>(null)
  const [shown, show] = useState<number | null>(null)
  const tellOne = useCallback(
    (table: number) => {
      setTelling(table)
      void tellTable(id, table).then((job) => {
        setTelling(null)
        if (job !== null) navigate({ screen: 'job', id: job.id })
      })
    },
    [id],
  )
  const save = useCallback((table: number) => void exportDocument(id, table, 'csv'), [id])
  const copy = useCallback(
    (table: number) => {
      const rows = tables[table]?.rows
      if (rows === undefined) return
      void copyText(tableAsText(rows)).then((copied) => {
        if (!copied) return
        notify({
          kind: 'good',
          title: texts.documentTables.tableCopied,
          text: texts.documentTables.copiedRows({ rows: rows.length }),
        })
      })
    },
    [tables, texts],
  )
  return useMemo(() => ({ tell: tellOne, telling, show, shown, save, copy }), [tellOne, telling, shown, save, copy])
}
