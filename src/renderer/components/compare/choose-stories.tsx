/** Which two stories are compared: the later one, then the earlier. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StorySummary } from '../../../shared/story/story.ts'
import { loadedOf } from '../../queries/client.ts'
import { offeredStoriesQuery } from '../../queries/comparisons.ts'
import { storyQuery } from '../../queries/stories.ts'
import type { Route } from '../../routes/route.ts'
import listClasses from '../../screens/list-screen.module.css'
import { useTexts } from '../../stores/language.ts'
import { formatMoment } from '../../words/amounts.ts'
import { EmptyNote } from '../empty-note.tsx'
import { FailureNote } from '../failure-note.tsx'
import { chooseFile } from '../file-picker.tsx'
import { Link } from '../link.tsx'
import { SearchField } from '../search-field.tsx'
import { useTitle } from '../use-title.ts'
import classes from './choose-stories.module.css'

interface ChooseProps {
  readonly before: string | null
  readonly after: string | null
}

export function ChooseStories({ before, after }: ChooseProps) {
  const texts = useTexts()
  const words = texts.comparing
  useTitle(words.compare)
  const [search, setSearch] = useState('')
  const loaded = loadedOf(useQuery(offeredStoriesQuery(search)))
  const known = after ?? before
  const chosen = useQuery({ ...storyQuery(known ?? ''), enabled: known !== null }).data?.story
  const toRoute = (id: string): Route =>
    after !== null
      ? { screen: 'compare', before: id, after }
      : before !== null
        ? { screen: 'compare', before, after: id }
        : { screen: 'compare', before: null, after: id }
  const step = known === null ? words.chooseLater : after !== null ? words.chooseEarlier : words.chooseLater
  const offered = loaded.state === 'ready' ? orderedFor(loaded.value, known, chosen?.source.name ?? null) : []
  return (
    <div className={listClasses.page}>
      <div className={classes.head}>
        <h1 className={listClasses.title}>{words.compare}</h1>
        {chosen !== undefined && (
          <p className={classes.chosen}>{words.chosen({ title: chosen.title, file: chosen.source.name })}</p>
        )}
        <p className={classes.step}>{step}</p>
      </div>
      <search>
        <SearchField
          label={words.search}
          placeholder={words.search}
          search={search}
          onSearch={setSearch}
          testId="compare-search"
        />
      </search>
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} />}
      {loaded.state === 'ready' && offered.length === 0 && (
        <EmptyNote
          title={search === '' ? words.noOther : texts.library.nothingFound({ search })}
          text={words.noOtherText}
        >
          <Button onClick={chooseFile}>{texts.library.chooseAFile}</Button>
        </EmptyNote>
      )}
      <ul className={classes.stories}>
        {offered.map((story) => (
          <li key={story.id}>
            <Link to={toRoute(story.id)} className={classes.story}>
              <span className={classes.title}>{story.title}</span>
              <span className={classes.facts}>
                <span>{story.sourceName}</span>
                <span>{formatMoment(story.createdAt, new Date())}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Files of like names first: sales-01.csv before sales-02.csv. Otherwise as the engine gave them, newest first. */
function orderedFor(
  stories: readonly StorySummary[],
  known: string | null,
  file: string | null,
): readonly StorySummary[] {
  const others = stories.filter(({ id }) => id !== known)
  if (file === null) return others
  const stem = stemOf(file)
  const isLike = (story: StorySummary): boolean => stemOf(story.sourceName) === stem
  return [...others.filter(isLike), ...others.filter((story) => !isLike(story))]
}

function stemOf(file: string): string {
  return file.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ')
}
