/** Every story on this computer: searched by the engine, drawn only where it is in sight. */
import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useRef } from 'react'
import { plural } from '../../shared/format/words.ts'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { chooseFile } from '../components/file-picker.tsx'
import { SearchField } from '../components/search-field.tsx'
import { StoryCard } from '../components/story-card.tsx'
import { useNow } from '../components/use-now.ts'
import { useTitle } from '../components/use-title.ts'
import { useVisibleRows } from '../components/use-visible-rows.ts'
import { replaceRoute } from '../routes/navigation.ts'
import { type LibrarySort, librarySorts } from '../routes/route.ts'
import { showLibrary, showPlaces, useLibrary } from '../stores/library.ts'
import { useStories } from '../stores/stories.ts'
import { formatCount } from '../text/amounts.ts'
import classes from './list-screen.module.css'

const sortLabels: Record<LibrarySort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'By title',
  file: 'By file name',
}

export function LibraryScreen({ search, sort }: { readonly search: string; readonly sort: LibrarySort }) {
  useTitle('Library')
  const revision = useStories((state) => state.revision)
  const library = useLibrary()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed library is listed anew.
  useEffect(() => {
    void showLibrary(search, sort)
  }, [search, sort, revision])
  const { total, failure } = library
  const empty = total === 0 && library.search === search
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>Library</h1>
        <p className={classes.count} aria-live="polite">
          {total !== null &&
            total > 0 &&
            `${formatCount(total)} ${plural(total, 'story')}${search === '' ? '' : ' found'}`}
        </p>
      </div>
      <Tools search={search} sort={sort} />
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button onClick={() => void showLibrary(search, sort)}>Try again</Button>
        </FailureNote>
      )}
      {empty && search === '' && (
        <EmptyNote
          title="No stories yet"
          text="Drop a file anywhere in this window. Its story is kept here, on this computer."
        >
          <Button onClick={chooseFile}>Choose a file</Button>
        </EmptyNote>
      )}
      {empty && search !== '' && (
        <EmptyNote
          title={`Nothing found for “${search}”`}
          text="The search looks in titles, texts, column names and file names. Try fewer or other words."
        >
          <Button variant="default" onClick={() => replaceRoute({ screen: 'library', search: '', sort })}>
            Show all stories
          </Button>
        </EmptyNote>
      )}
      {!empty && <Rows />}
    </div>
  )
}

function Tools({ search, sort }: { readonly search: string; readonly sort: LibrarySort }) {
  const look = useCallback((wanted: string) => replaceRoute({ screen: 'library', search: wanted, sort }), [sort])
  return (
    <search className={classes.tools}>
      <SearchField
        label="Search stories"
        placeholder="Search titles, texts, columns, files"
        search={search}
        onSearch={look}
        testId="library-search"
      />
      <NativeSelect
        aria-label="Order"
        value={sort}
        onChange={(event) => {
          const chosen = librarySorts.find((name) => name === event.currentTarget.value) ?? 'newest'
          replaceRoute({ screen: 'library', search, sort: chosen })
        }}
        data={librarySorts.map((name) => ({ value: name, label: sortLabels[name] }))}
      />
    </search>
  )
}

function Rows() {
  const { stories, total } = useLibrary()
  const hidden = useStories((state) => state.hidden)
  const now = useNow(true, 60_000)
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 720px)')
  const rowHeight = narrow ? 128 : 84
  // Places of the list, without those of stories just deleted.
  const places = Array.from({ length: total ?? 12 }, (_, place) => place).filter((place) => {
    const story = stories[place]
    return story === undefined || hidden[story.id] === undefined
  })
  const { first, last } = useVisibleRows(frame, rowHeight, places.length)
  const firstPlace = places[first] ?? 0
  const lastPlace = places[Math.min(last, places.length - 1)] ?? 0
  useEffect(() => showPlaces(firstPlace, lastPlace), [firstPlace, lastPlace])
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed freely, which list elements would not survive.
    <div
      ref={frame}
      role="list"
      className={classes.rows}
      style={{ height: places.length * rowHeight }}
      data-testid="library-list"
      aria-busy={total === null}
    >
      {places.slice(first, last + 1).map((place, index) => {
        const story = stories[place]
        const position = first + index
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div
            key={story?.id ?? `place-${place}`}
            role="listitem"
            aria-setsize={places.length}
            aria-posinset={position + 1}
            style={{ top: position * rowHeight, height: rowHeight }}
          >
            {story === undefined ? (
              <div className={classes.ghostRow} aria-hidden="true">
                <span />
                <span />
              </div>
            ) : (
              <StoryCard story={story} now={new Date(now)} form="row" />
            )}
          </div>
        )
      })}
    </div>
  )
}
