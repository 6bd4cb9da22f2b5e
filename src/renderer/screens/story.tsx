/** A story, read: its claim, what it found, the charts, the evidence of every number, the tables, the method. */
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { StoryReader } from '../components/story/story-reader.tsx'
import { useTitle } from '../components/use-title.ts'
import { navigate } from '../routes/navigation.ts'
import { wholeLibrary } from '../routes/route.ts'
import { useDeleted } from '../stores/kept.ts'
import { openStory, useStories } from '../stores/stories.ts'
import listClasses from './list-screen.module.css'
import classes from './story.module.css'

export function StoryScreen({ id, anchor }: { readonly id: string; readonly anchor: string | null }) {
  const loaded = useStories((state) => state.opened[id])
  const deleted = useDeleted(id)
  useEffect(() => {
    void openStory(id)
  }, [id])
  useTitle(loaded?.state === 'ready' ? loaded.value.story.title : null)
  if (deleted) {
    return (
      <div className={listClasses.page}>
        <EmptyNote
          asHeading
          title="This story was deleted"
          text="The file it was told from is untouched: drop it again for a new story."
        >
          <Button onClick={() => navigate(wholeLibrary)}>Go to the library</Button>
        </EmptyNote>
      </div>
    )
  }
  if (loaded?.state === 'failed') {
    return (
      <div className={listClasses.page}>
        <FailureNote failure={loaded.failure} testId="story-failed" asHeading>
          <Button onClick={() => navigate(wholeLibrary)}>Go to the library</Button>
        </FailureNote>
      </div>
    )
  }
  if (loaded?.state !== 'ready') {
    return (
      <div className={classes.ghost} role="status" aria-label="Opening the story">
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  return <StoryReader story={loaded.value.story} anchor={anchor} />
}
