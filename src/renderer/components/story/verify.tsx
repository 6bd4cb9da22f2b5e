/** Recomputes every number of a story from the stored tables, on request, and says how it went. */
import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { plural } from '../../../shared/format/words.ts'
import type { Story, Verification } from '../../../shared/story/story.ts'
import { loadedOf } from '../../queries/client.ts'
import { verificationQuery, verifyStory } from '../../queries/stories.ts'
import { formatCount } from '../../words/amounts.ts'
import { FailureNote } from '../failure-note.tsx'
import classes from './verify.module.css'

export function VerifyButton({ story }: { readonly story: Story }) {
  const { isFetching, data } = useQuery(verificationQuery(story.id))
  const matched = data !== undefined && data.failed.length === 0
  return (
    <Button
      variant={matched ? 'light' : 'default'}
      leftSection={<IconShieldCheck size={18} />}
      loading={isFetching}
      data-testid="verify-story"
      onClick={() => void verifyStory(story.id)}
    >
      {matched ? `All ${formatCount(data.numbers)} numbers recomputed` : 'Recompute every number'}
    </Button>
  )
}

/** Below the title: what the check before saving gave, and the outcome of the last one asked for. */
export function VerifyOutcome({ story }: { readonly story: Story }) {
  const verification = loadedOf(useQuery(verificationQuery(story.id)))
  return (
    <div aria-live="polite" data-testid="verify-outcome">
      {verification.state === 'failed' && <FailureNote failure={verification.failure} />}
      {verification.state === 'ready' && verification.value.failed.length > 0 && (
        <Mismatches verification={verification.value} />
      )}
      {verification.state === 'ready' && verification.value.failed.length === 0 && (
        <p className="visually-hidden">All {formatCount(verification.value.numbers)} numbers recomputed and equal.</p>
      )}
    </div>
  )
}

function Mismatches({ verification }: { readonly verification: Verification }) {
  const { failed, numbers } = verification
  return (
    <div className={classes.mismatches} role="alert">
      <p className={classes.title}>
        {formatCount(failed.length)} of {formatCount(numbers)} {plural(numbers, 'number')} could not be recomputed.
      </p>
      <p>The stored tables may have been changed or damaged since. Tell the file&rsquo;s story again to be sure.</p>
      <ul>
        {failed.slice(0, 20).map((one) => (
          <li key={`${one.insight} ${one.name}`}>
            <code>{one.name}</code>: stated {String(one.stated)}, recomputed {String(one.recomputed)}. {one.why}
          </li>
        ))}
      </ul>
    </div>
  )
}
