/** Says, where jobs are listed, that none will begin. */
import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQueue } from '../queries/queue.ts'
import { useTexts } from '../stores/language.ts'
import { pauseQueue, usePausing } from '../stores/queue-commands.ts'
import classes from './queue-paused.module.css'

export function QueuePaused() {
  const texts = useTexts()
  const queue = useQueue()
  const busy = usePausing()
  if (queue === null || !queue.paused) return null
  return (
    <div className={classes.banner} role="status" data-testid="queue-paused">
      <IconPlayerPause size={18} aria-hidden className={classes.icon} />
      <p>
        <strong>{texts.queue.theQueueIsPaused}</strong>{' '}
        {texts.queue.untilResumed({
          running: queue.processing > 0 ? 'yes' : 'no',
          waiting: queue.queued,
        })}
      </p>
      <Button
        size="compact-md"
        leftSection={<IconPlayerPlay size={16} />}
        loading={busy}
        data-testid="resume-queue"
        onClick={() => void pauseQueue(false)}
      >
        {texts.queue.resume}
      </Button>
    </div>
  )
}
