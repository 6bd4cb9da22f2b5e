/** Removing old jobs: first what it would remove and free, then the doing. */
import { Button, Modal, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { plural } from '../../shared/format/words.ts'
import { type Loaded, loadedOf, queryClient } from '../queries/client.ts'
import { cleanPreviewQuery, storageQuery } from '../queries/queue.ts'
import { type CleanTerms, cleanJobs } from '../stores/job-commands.ts'
import { tell, tellFailure } from '../stores/notices.ts'
import { formatBytes, formatCount } from '../words/amounts.ts'
import classes from './clean-dialog.module.css'
import { StorageList } from './storage-list.tsx'

interface CleanDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const ages = [
  { days: 0, label: 'at any time' },
  { days: 7, label: 'more than a week ago' },
  { days: 30, label: 'more than 30 days ago' },
  { days: 90, label: 'more than 90 days ago' },
  { days: 365, label: 'more than a year ago' },
] as const

export function CleanDialog({ opened, onClose }: CleanDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Remove old jobs"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <CleanForm onDone={onClose} />}
    </Modal>
  )
}

function CleanForm({ onDone }: { readonly onDone: () => void }) {
  const [terms, setTerms] = useState<CleanTerms>({ days: 30, failedDays: 90 })
  const [removing, setRemoving] = useState(false)
  const preview = loadedOf(useQuery(cleanPreviewQuery(terms)))
  const remove = async (): Promise<void> => {
    setRemoving(true)
    const result = await cleanJobs(terms, false)
    setRemoving(false)
    if (!result.ok) {
      tellFailure(result.failure)
      return
    }
    const { jobIds, bytes } = result.output
    const count = jobIds.length
    tell({
      kind: 'good',
      title: `${formatCount(count)} ${plural(count, 'job')} removed`,
      text: `${formatBytes(bytes)} freed.`,
    })
    void queryClient.invalidateQueries(storageQuery())
    onDone()
  }
  const jobs = preview.state === 'ready' ? preview.value.jobIds.length : 0
  return (
    <div className={classes.form}>
      <p className={classes.lead}>
        Jobs leave the list and what they kept on disk is freed. Stories stay, and so does all they need.
      </p>
      <div className={classes.terms}>
        <Age
          label="Completed and cancelled, ended"
          days={terms.days}
          onChange={(days) => setTerms((before) => ({ ...before, days }))}
        />
        <Age
          label="Failed, ended"
          days={terms.failedDays}
          onChange={(failedDays) => setTerms((before) => ({ ...before, failedDays }))}
        />
      </div>
      <p className={classes.preview} role="status" data-testid="clean-preview">
        {describePreview(preview)}
      </p>
      <StorageList />
      <div className={classes.actions}>
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
        <Button data-testid="clean-remove" disabled={jobs === 0} loading={removing} onClick={() => void remove()}>
          {jobs === 0 ? 'Remove' : `Remove ${formatCount(jobs)} ${plural(jobs, 'job')}`}
        </Button>
      </div>
    </div>
  )
}

interface AgeProps {
  readonly label: string
  readonly days: number
  readonly onChange: (days: number) => void
}

function Age({ label, days, onChange }: AgeProps) {
  return (
    <NativeSelect
      label={label}
      value={String(days)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={ages.map((age) => ({ value: String(age.days), label: age.label }))}
    />
  )
}

function describePreview(preview: Loaded<CommandOutput<'jobs/clean'>>): string {
  switch (preview.state) {
    case 'loading':
      return 'Looking what that would remove.'
    case 'failed':
      return `${preview.failure.message} ${preview.failure.hint}`
    case 'ready': {
      const { bytes } = preview.value
      const jobs = preview.value.jobIds.length
      if (jobs === 0) return 'No job is that old. Nothing would be removed.'
      return `${formatCount(jobs)} ${plural(jobs, 'job')} would be removed and ${formatBytes(bytes)} freed.`
    }
  }
}
