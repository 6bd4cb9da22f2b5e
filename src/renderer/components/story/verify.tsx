/** Recomputes every number of a story from the stored tables, on request, and says how it went. */
import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sayNote } from '../../../shared/story/note.ts'
import type { Story, Verification } from '../../../shared/story/story.ts'
import { loadedOf } from '../../queries/client.ts'
import { verificationQuery, verifyStory } from '../../queries/stories.ts'
import { useTexts } from '../../stores/language.ts'
import { FailureNote } from '../failure-note.tsx'
import classes from './verify.module.css'

export function VerifyButton({ story }: { readonly story: Story }) {
  const texts = useTexts()
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
      {matched ? texts.verification.allRecomputed({ numbers: data.numbers }) : texts.verification.recomputeEveryNumber}
    </Button>
  )
}

/** Below the title: what the check before saving gave, and the outcome of the last one asked for. */
export function VerifyOutcome({ story }: { readonly story: Story }) {
  const texts = useTexts()
  const verification = loadedOf(useQuery(verificationQuery(story.id)))
  return (
    <div aria-live="polite" data-testid="verify-outcome">
      {verification.state === 'failed' && <FailureNote failure={verification.failure} />}
      {verification.state === 'ready' && verification.value.failed.length > 0 && (
        <Mismatches verification={verification.value} />
      )}
      {verification.state === 'ready' && verification.value.failed.length === 0 && (
        <p className="visually-hidden">{texts.verification.allEqual({ numbers: verification.value.numbers })}</p>
      )}
    </div>
  )
}

function Mismatches({ verification }: { readonly verification: Verification }) {
  const texts = useTexts()
  const { failed, numbers } = verification
  return (
    <div className={classes.mismatches} role="alert">
      <p className={classes.title}>{texts.verification.someFailed({ failed: failed.length, numbers })}</p>
      <p>{texts.verification.mayHaveChanged}</p>
      <ul>
        {failed.slice(0, 20).map((one) => (
          <li key={`${one.insight} ${one.name}`}>
            {texts.verification.mismatch.parts({
              name: <code key="name">{one.name}</code>,
              stated: String(one.stated),
              recomputed: String(one.recomputed),
            })}{' '}
            {one.noted === undefined ? one.why : sayNote(texts, one.noted)}
          </li>
        ))}
      </ul>
    </div>
  )
}
