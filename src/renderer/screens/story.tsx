/** A story, read: its claim, what it found, the charts, the evidence of every number, the tables, the method. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { insightsById } from '../../shared/story/every-insight.ts'
import { withAnswers } from '../../shared/story/hand/answers.ts'
import { emptyHand, type Hand } from '../../shared/story/hand/hand.ts'
import { handed } from '../../shared/story/hand/handed.ts'
import type { Story } from '../../shared/story/story.ts'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { HandedContext } from '../components/story/hand/hand-context.ts'
import { StoryReader } from '../components/story/story-reader.tsx'
import { useTitle } from '../components/use-title.ts'
import { loadedOf } from '../queries/client.ts'
import { storyQuery } from '../queries/stories.ts'
import { navigate } from '../routes/navigation.ts'
import { wholeLibrary } from '../routes/route.ts'
import { useDeleted } from '../stores/deleting.ts'
import { useTexts } from '../stores/language.ts'
import listClasses from './list-screen.module.css'
import classes from './story.module.css'

interface StoryScreenProps {
  readonly id: string
  readonly anchor: string | null
  /** Words to look for in it. */
  readonly find: string | null
}

export function StoryScreen({ id, anchor, find }: StoryScreenProps) {
  const texts = useTexts()
  const deleted = useDeleted(id)
  const loaded = loadedOf(useQuery({ ...storyQuery(id), enabled: !deleted }))
  useTitle(loaded.state === 'ready' ? (loaded.value.hand?.title ?? loaded.value.story.title) : null)
  if (deleted) {
    return (
      <div className={listClasses.page}>
        <EmptyNote asHeading title={texts.story.thisStoryWasDeleted} text={texts.story.theFileItWasTold}>
          <Button onClick={() => navigate(wholeLibrary)}>{texts.story.goToTheLibrary}</Button>
        </EmptyNote>
      </div>
    )
  }
  if (loaded.state === 'failed') {
    return (
      <div className={listClasses.page}>
        <FailureNote failure={loaded.failure} testId="story-failed" asHeading>
          <Button onClick={() => navigate(wholeLibrary)}>{texts.story.goToTheLibrary}</Button>
        </FailureNote>
      </div>
    )
  }
  if (loaded.state !== 'ready') {
    return (
      <div className={classes.ghost} role="status" aria-label={texts.story.openingTheStory}>
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  return <HandedStory story={loaded.value.story} hand={loaded.value.hand ?? emptyHand} anchor={anchor} find={find} />
}

interface HandedStoryProps {
  /** As generated. */
  readonly story: Story
  readonly hand: Hand
  readonly anchor: string | null
  readonly find: string | null
}

function HandedStory({ story, hand, anchor, find }: HandedStoryProps) {
  const told = useMemo(() => handed(story, hand), [story, hand])
  const given = useMemo(
    () => ({ story, hand, insights: insightsById(withAnswers(story, hand.answers ?? [])) }),
    [story, hand],
  )
  return (
    <HandedContext value={given}>
      <StoryReader story={told} anchor={anchor} find={find} />
    </HandedContext>
  )
}
