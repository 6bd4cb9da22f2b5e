/** What else can be done about a job: its priority, its turn, holding it back. */
import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconDots, IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext } from '@tabler/icons-react'
import { isActive, type Job } from '../../shared/job/job.ts'
import { orderJob, orderPriority } from '../stores/job-commands.ts'
import { useTexts } from '../stores/language.ts'
import { prioritiesByPressure, priorityWords } from '../words/priorities.ts'

/** Nothing can be asked of a job that is done: then there is no menu either. */
export function hasMenu(job: Job): boolean {
  return isActive(job)
}

export function JobMenu({ job }: { readonly job: Job }) {
  const texts = useTexts()
  const { id, status, paused, priority, source } = job
  const queued = status === 'queued'
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={texts.jobs.moreFor({ name: source.name })}
          data-testid="job-menu"
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {queued && (
          <Menu.Item leftSection={<IconPlayerTrackNext size={16} />} onClick={() => void orderJob('run-next', id)}>
            {job.nextAttemptAt === null || paused ? texts.jobs.runThisNext : texts.jobs.tryAgainNow}
          </Menu.Item>
        )}
        {paused ? (
          <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => void orderJob('resume', id)}>
            {texts.jobs.resume}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => void orderJob('pause', id)}>
            {queued ? texts.jobs.holdBack : texts.jobs.pause}
          </Menu.Item>
        )}
        {queued && (
          <>
            <Menu.Divider />
            <Menu.Label>{texts.jobs.priorityLabel}</Menu.Label>
            {prioritiesByPressure.map((one) => (
              <Menu.Item
                key={one}
                role="menuitemradio"
                aria-checked={one === priority}
                rightSection={one === priority ? <IconCheck size={16} /> : null}
                data-testid={`priority-${one}`}
                onClick={() => void orderPriority(id, one)}
              >
                {priorityWords(one)}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
