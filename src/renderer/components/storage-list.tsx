/** What the library takes on disk, part by part. */

import { useQuery } from '@tanstack/react-query'
import type { Storage } from '../../shared/job/queue.ts'
import { loadedOf } from '../queries/client.ts'
import { storageQuery } from '../queries/queue.ts'
import { formatBytes } from '../words/amounts.ts'
import { FailureNote } from './failure-note.tsx'
import classes from './storage-list.module.css'

const parts = [
  { key: 'artifacts', label: 'Tables and files of jobs and stories' },
  { key: 'sources', label: 'Copies of files given as bytes' },
  { key: 'library', label: 'Library' },
  { key: 'backups', label: 'Backups' },
  { key: 'logs', label: 'Logs' },
] as const

export function StorageList() {
  const storage = loadedOf(useQuery(storageQuery()))
  if (storage.state === 'failed') return <FailureNote failure={storage.failure} />
  if (storage.state === 'loading') return <p className={classes.folder}>Measuring the size on disk.</p>
  const { value } = storage
  return (
    <div data-testid="storage">
      <dl className={classes.list}>
        {parts.map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{formatBytes(value[key])}</dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>On disk in all</dt>
          <dd>{formatBytes(storageTotal(value))}</dd>
        </div>
      </dl>
      <p className={classes.folder}>
        In <code>{value.folder}</code>
      </p>
    </div>
  )
}

function storageTotal(storage: Storage): number {
  return storage.library + storage.backups + storage.artifacts + storage.sources + storage.logs
}
