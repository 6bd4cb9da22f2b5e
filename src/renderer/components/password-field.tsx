/** Asks for the password of a protected document. What is typed lives in the field alone, until it is sent. */
import { Button, PasswordInput } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Job } from '../../shared/job/job.ts'
import { unlockJob, useBusy, useWasUnlockedInVain } from '../stores/job-commands.ts'
import { useTexts } from '../stores/language.ts'
import { notifyOfFailure } from '../stores/notices.ts'
import classes from './password-field.module.css'

export function PasswordField({ job }: { readonly job: Job }) {
  const texts = useTexts()
  const busy = useBusy(job.id) === 'unlock'
  const wrong = useWasUnlockedInVain(job)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // It is why the screen is there; after a wrong one the next is typed over it.
    input.current?.focus()
  }, [])
  const unlock = async (): Promise<void> => {
    const password = input.current?.value ?? ''
    if (password === '') {
      input.current?.focus()
      return
    }
    const failure = await unlockJob(job, password)
    if (failure !== null) notifyOfFailure(failure)
    else if (input.current !== null) input.current.value = ''
  }
  return (
    <form
      className={classes.form}
      aria-label={texts.password.openNamed({ name: job.source.name })}
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <PasswordInput
        ref={input}
        className={classes.field ?? ''}
        // The button stands beside the field, whatever is said under it.
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        label={texts.password.passwordOfTheDocument}
        description={texts.password.itIsUsedToOpen}
        error={wrong ? texts.password.thatPasswordDidNotOpen : undefined}
        errorProps={{ role: 'alert' }}
        // Of this file, and no account: nothing to remember or to fill in.
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        disabled={busy}
        visibilityToggleButtonProps={{ 'aria-label': texts.password.showOrHideThePassword, tabIndex: 0 }}
        data-testid="password"
      />
      <Button
        type="submit"
        className={classes.open ?? ''}
        leftSection={<IconLockOpen size={17} />}
        loading={busy}
        data-testid="unlock-job"
      >
        {texts.password.open}
      </Button>
    </form>
  )
}
