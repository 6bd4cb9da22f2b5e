/** Removing old jobs: first what it would remove and free, then the doing. */
import { Button, Modal, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { type Loaded, loadedOf, queryClient } from '../queries/client.ts'
import { cleanPreviewQuery, storageQuery } from '../queries/queue.ts'
import { type CleanTerms, cleanJobs } from '../stores/job-commands.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import { notify, notifyOfFailure } from '../stores/notices.ts'
import { formatBytes } from '../words/amounts.ts'
import classes from './clean-dialog.module.css'
import { StorageList } from './storage-list.tsx'

interface CleanDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const ages = [0, 7, 30, 90, 365] as const

export function CleanDialog({ opened, onClose }: CleanDialogProps) {
  const texts = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.cleaning.removeOldJobs}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.cleaning.close }}
    >
      {opened && <CleanForm onDone={onClose} />}
    </Modal>
  )
}

function CleanForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts()
  const [terms, setTerms] = useState<CleanTerms>({ days: 30, failedDays: 90 })
  const [removing, setRemoving] = useState(false)
  const preview = loadedOf(useQuery(cleanPreviewQuery(terms)))
  const remove = async (): Promise<void> => {
    setRemoving(true)
    const result = await cleanJobs(terms, false)
    setRemoving(false)
    if (!result.ok) {
      notifyOfFailure(result.failure)
      return
    }
    const { jobIds, bytes } = result.output
    notify({
      kind: 'good',
      title: texts.cleaning.removed({ jobs: jobIds.length }),
      text: texts.cleaning.freed({ size: formatBytes(bytes) }),
    })
    void queryClient.invalidateQueries(storageQuery())
    onDone()
  }
  const jobs = preview.state === 'ready' ? preview.value.jobIds.length : 0
  return (
    <div className={classes.form}>
      <p className={classes.lead}>{texts.cleaning.jobsLeaveTheListAnd}</p>
      <div className={classes.terms}>
        <Age
          label={texts.cleaning.completedAndCancelledEnded}
          days={terms.days}
          onChange={(days) => setTerms((before) => ({ ...before, days }))}
        />
        <Age
          label={texts.cleaning.failedEnded}
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
          {texts.cleaning.close}
        </Button>
        <Button data-testid="clean-remove" disabled={jobs === 0} loading={removing} onClick={() => void remove()}>
          {jobs === 0 ? texts.cleaning.remove : texts.cleaning.removeJobs({ jobs })}
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
  const texts = useTexts()
  return (
    <NativeSelect
      label={label}
      value={String(days)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={ages.map((age) => ({ value: String(age), label: texts.cleaning.ages[age] }))}
    />
  )
}

function describePreview(preview: Loaded<CommandOutput<'jobs/clean'>>): string {
  const texts = currentTexts()
  switch (preview.state) {
    case 'loading':
      return texts.cleaning.lookingWhatThatWouldRemove
    case 'failed':
      return `${preview.failure.message} ${preview.failure.hint}`
    case 'ready': {
      const { bytes } = preview.value
      const jobs = preview.value.jobIds.length
      if (jobs === 0) return texts.cleaning.noJobIsThatOld
      return texts.cleaning.preview({ jobs, size: formatBytes(bytes) })
    }
  }
}
