/** What the library takes on disk, part by part. */
import { useQuery } from '@tanstack/react-query'
import type { Storage } from '../../shared/job/queue.ts'
import { loadedOf } from '../queries/client.ts'
import { storageQuery } from '../queries/queue.ts'
import { useTexts } from '../stores/language.ts'
import { formatBytes } from '../words/amounts.ts'
import { FailureNote } from './failure-note.tsx'
import classes from './storage-list.module.css'

const parts = ['artifacts', 'sources', 'library', 'backups', 'logs'] as const

export function StorageList() {
  const texts = useTexts()
  const storage = loadedOf(useQuery(storageQuery()))
  if (storage.state === 'failed') return <FailureNote failure={storage.failure} />
  if (storage.state === 'loading') return <p className={classes.folder}>{texts.storage.measuringTheSizeOnDisk}</p>
  const { value } = storage
  return (
    <div data-testid="storage">
      <dl className={classes.list}>
        {parts.map((key) => (
          <div key={key}>
            <dt>{texts.storage.parts[key]}</dt>
            <dd>{formatBytes(value[key])}</dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>{texts.storage.onDiskInAll}</dt>
          <dd>{formatBytes(storageTotal(value))}</dd>
        </div>
      </dl>
      <p className={classes.folder}>
        {texts.storage.inFolder.parts({ folder: <code key="folder">{value.folder}</code> })}
      </p>
    </div>
  )
}

function storageTotal(storage: Storage): number {
  return storage.library + storage.backups + storage.artifacts + storage.sources + storage.logs
}
