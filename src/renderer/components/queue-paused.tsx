/** Says, where jobs are listed, that none will begin. */
import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { plural } from '../../shared/format/words.ts'
import { useQueue } from '../queries/queue.ts'
import { pauseQueue, usePausing } from '../stores/queue-commands.ts'
import { formatCount } from '../words/amounts.ts'
import classes from './queue-paused.module.css'

export function QueuePaused() {
  const queue = useQueue()
  const busy = usePausing()
  if (queue === null || !queue.paused) return null
  return (
    <div className={classes.banner} role="status" data-testid="queue-paused">
      <IconPlayerPause size={18} aria-hidden className={classes.icon} />
      <p>
        <strong>The queue is paused.</strong>{' '}
        {queue.processing > 0 ? 'What runs goes on; nothing else begins' : 'No job begins'} until you resume it
        {queue.queued > 0 &&
          `: ${formatCount(queue.queued)} ${plural(queue.queued, 'job')} ${queue.queued === 1 ? 'waits' : 'wait'}`}
        .
      </p>
      <Button
        size="compact-md"
        leftSection={<IconPlayerPlay size={16} />}
        loading={busy}
        data-testid="resume-queue"
        onClick={() => void pauseQueue(false)}
      >
        Resume
      </Button>
    </div>
  )
}
