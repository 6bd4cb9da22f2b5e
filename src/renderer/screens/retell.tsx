/** What a story's source is told with, to be changed: the story stays, another version comes of it. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FailureNote } from '../components/failure-note.tsx'
import { Retelling } from '../components/retell/retelling.tsx'
import { useTitle } from '../components/use-title.ts'
import { loadedOf } from '../queries/client.ts'
import { storyQuery, versionsQuery } from '../queries/stories.ts'
import { navigate } from '../routes/navigation.ts'
import { wholeLibrary } from '../routes/route.ts'
import { useTexts } from '../stores/language.ts'
import listClasses from './list-screen.module.css'
import classes from './story.module.css'

export function RetellScreen({ id }: { readonly id: string }) {
  const texts = useTexts()
  const story = loadedOf(useQuery(storyQuery(id)))
  const versions = loadedOf(useQuery(versionsQuery(id)))
  useTitle(story.state === 'ready' ? texts.retell.title : null)
  const failed = story.state === 'failed' ? story : versions.state === 'failed' ? versions : null
  if (failed !== null) {
    return (
      <div className={listClasses.page}>
        <FailureNote failure={failed.failure} testId="retell-failed" asHeading>
          <Button onClick={() => navigate(wholeLibrary)}>{texts.story.goToTheLibrary}</Button>
        </FailureNote>
      </div>
    )
  }
  if (story.state !== 'ready' || versions.state !== 'ready') {
    return (
      <div className={classes.ghost} role="status" aria-label={texts.retell.opening}>
        <span />
        <span />
        <span />
      </div>
    )
  }
  const told = versions.value.find((version) => version.id === id)?.told ?? {}
  return <Retelling story={story.value.story} told={told} />
}
