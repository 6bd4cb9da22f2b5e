/** What can be done about the queue as a whole. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDotsVertical, IconEraser, IconPlayerPause, IconRotateClockwise } from '@tabler/icons-react'
import { useState } from 'react'
import { useQueue } from '../queries/queue.ts'
import { retryAllFailed } from '../stores/job-commands.ts'
import { useTexts } from '../stores/language.ts'
import { pauseQueue, usePausing } from '../stores/queue-commands.ts'
import { CleanDialog } from './clean-dialog.tsx'
import classes from './queue-actions.module.css'

export function QueueActions() {
  const texts = useTexts()
  const queue = useQueue()
  const busy = usePausing()
  const [cleaning, setCleaning] = useState(false)
  const [retrying, setRetrying] = useState(false)
  const failed = queue?.failed ?? 0
  const paused = queue?.paused ?? false
  const retry = async (): Promise<void> => {
    setRetrying(true)
    await retryAllFailed()
    setRetrying(false)
  }
  return (
    <div className={classes.actions}>
      {failed > 0 && (
        <Button
          variant="default"
          leftSection={<IconRotateClockwise size={16} />}
          loading={retrying}
          data-testid="retry-all"
          onClick={() => void retry()}
        >
          {failed === 1 ? texts.queue.retryTheFailedJob : texts.queue.retryAll({ failed })}
        </Button>
      )}
      {!paused && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} />}
          loading={busy}
          disabled={queue === null}
          data-testid="pause-queue"
          onClick={() => void pauseQueue(true)}
        >
          {texts.queue.pauseQueue}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={texts.queue.moreAboutTheQueue} data-testid="queue-menu">
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconEraser size={16} />} data-testid="clean-jobs" onClick={() => setCleaning(true)}>
            {texts.queue.removeOldJobsAndSee}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CleanDialog opened={cleaning} onClose={() => setCleaning(false)} />
    </div>
  )
}
