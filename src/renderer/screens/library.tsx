/** Every story and document on this computer: searched and ordered by the engine, drawn only where it is in sight. */
import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, useCallback, useEffect, useRef } from 'react'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import { Choices } from '../components/choices.tsx'
import { EmptyNote } from '../components/empty-note.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { chooseFile } from '../components/file-picker.tsx'
import { LibraryCard } from '../components/library-card.tsx'
import { Link } from '../components/link.tsx'
import { SearchField } from '../components/search-field.tsx'
import { SelectionBar } from '../components/selection-bar.tsx'
import { useNow } from '../components/use-now.ts'
import { useTitle } from '../components/use-title.ts'
import { useVisibleRows } from '../components/use-visible-rows.ts'
import { WatchList } from '../components/watch-list.tsx'
import { idOf, tagsQuery, useLibrary } from '../queries/library.ts'
import type { LongList } from '../queries/long-list.ts'
import { replaceRoute } from '../routes/navigation.ts'
import { type LibraryShown, libraryShown, librarySorts, type Route, wholeLibrary } from '../routes/route.ts'
import { useDeleting } from '../stores/deleting.ts'
import { currentTexts, useTexts } from '../stores/language.ts'
import classes from './list-screen.module.css'

const kindsShown = { all: [], stories: ['story'], documents: ['document'] } as const satisfies Record<
  LibraryShown,
  readonly LibraryEntry['kind'][]
>

type LibraryRoute = Extract<Route, { screen: 'library' }>

interface LibraryProps {
  readonly route: LibraryRoute
}

export function LibraryScreen({ route }: LibraryProps) {
  const texts = useTexts()
  const { search, sort, show, tag, favourites } = route
  useTitle(texts.library.library)
  const list = useLibrary({
    search,
    kinds: kindsShown[show],
    order: sort,
    ...(tag === undefined ? {} : { tag }),
    ...(favourites === undefined ? {} : { favourites }),
  })
  const { total, failure, stale } = list
  const empty = total === 0 && !stale
  // The answer to the terms before stays in view with its own words.
  const counted = useRef('')
  if (total !== null && !stale) counted.current = total === 0 ? '' : countWords(total, show, search, list.items)
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>{texts.library.library}</h1>
        <p className={classes.count} aria-live="polite">
          {counted.current}
        </p>
        <Link to={{ screen: 'compare', before: null, after: null }} className={classes.further}>
          {texts.comparing.compare}
        </Link>
      </div>
      <Tools route={route} />
      {search === '' && show !== 'documents' && <WatchList />}
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button onClick={list.reload}>{texts.library.tryAgain}</Button>
        </FailureNote>
      )}
      {empty && failure === null && <Nothing route={route} />}
      {!empty && <Rows list={list} search={search} />}
      <SelectionBar />
    </div>
  )
}

/** `31 stories and documents`, `1 document found`; both are named only where both are there, or may be. */
function countWords(total: number, show: LibraryShown, search: string, items: readonly LibraryEntry[]): string {
  const texts = currentTexts()
  const kinds = new Set(items.map(({ kind }) => kind))
  const only = items.length === total && kinds.size === 1 ? (kinds.has('story') ? 'stories' : 'documents') : show
  const counted = texts.library.count({ kinds: only, total })
  return search === '' ? counted : texts.library.found({ what: counted })
}

function Nothing({ route }: LibraryProps) {
  const texts = useTexts()
  const { search, sort, show, tag, favourites } = route
  if (tag !== undefined || favourites !== undefined) {
    return (
      <EmptyNote title={texts.library.noneMarked} text={texts.library.noneMarkedHow}>
        <Button onClick={() => replaceRoute({ ...wholeLibrary, sort })}>
          {texts.library.showAll({ kinds: 'all' })}
        </Button>
      </EmptyNote>
    )
  }
  if (search !== '') {
    return (
      <EmptyNote
        title={texts.library.nothingFound({ search })}
        text={show === 'all' ? texts.library.theSearchLooksInTitles : texts.library.only({ kinds: show })}
      >
        {show !== 'all' && (
          <Button onClick={() => replaceRoute({ ...wholeLibrary, search, sort })}>
            {texts.library.lookThroughEverything}
          </Button>
        )}
        <Button variant="default" onClick={() => replaceRoute({ ...wholeLibrary, sort, show })}>
          {texts.library.showAll({ kinds: show })}
        </Button>
      </EmptyNote>
    )
  }
  return (
    <EmptyNote {...texts.library.empty[show]}>
      <Button onClick={chooseFile}>{texts.library.chooseAFile}</Button>
    </EmptyNote>
  )
}

function Tools({ route }: LibraryProps) {
  const texts = useTexts()
  const { search, sort, show, tag, favourites } = route
  const latest = useRef(route)
  latest.current = route
  const look = useCallback((wanted: string) => replaceRoute({ ...latest.current, search: wanted }), [])
  const { data: tags = [] } = useQuery(tagsQuery())
  return (
    <search className={classes.tools}>
      <Choices
        label={texts.library.whatToShow}
        chosen={show}
        choices={libraryShown.map((key) => ({
          key,
          label: texts.library.shown[key],
          to: { ...route, show: key },
        }))}
      />
      <SearchField
        label={texts.library.searchTheLibrary}
        placeholder={texts.library.searchTitlesTextsPagesColumns}
        search={search}
        onSearch={look}
        testId="library-search"
      />
      <NativeSelect
        aria-label={texts.library.order}
        value={sort}
        onChange={(event) => {
          const chosen = librarySorts.find((name) => name === event.currentTarget.value) ?? 'newest'
          replaceRoute({ ...route, sort: chosen })
        }}
        data={librarySorts.map((name) => ({
          value: name,
          // What is searched for comes best first, unless another order was chosen.
          label: name === 'newest' && search !== '' ? texts.library.bestMatchFirst : texts.library.sorts[name],
        }))}
      />
      {tags.length > 0 && (
        <NativeSelect
          aria-label={texts.library.byTag}
          value={tag ?? ''}
          data-testid="tag-filter"
          onChange={(event) => {
            const { tag: _before, ...rest } = route
            const chosen = event.currentTarget.value
            replaceRoute(chosen === '' ? rest : { ...rest, tag: chosen })
          }}
          data={[
            { value: '', label: texts.library.anyTag },
            ...tags.map((one) => ({
              value: one.tag,
              label: texts.library.tagCount({ tag: one.tag, count: one.entries }),
            })),
          ]}
        />
      )}
      <Button
        variant={favourites ? 'light' : 'default'}
        leftSection={favourites ? <IconStarFilled size={16} /> : <IconStar size={16} />}
        aria-pressed={favourites === true}
        data-testid="favourites-filter"
        onClick={() => {
          const { favourites: before, ...rest } = route
          replaceRoute(before ? rest : { ...rest, favourites: true })
        }}
      >
        {texts.library.favourites}
      </Button>
    </search>
  )
}

interface RowsProps {
  readonly list: LongList<LibraryEntry>
  readonly search: string
}

function Rows({ list, search }: RowsProps) {
  const { itemAt, total, showPlaces } = list
  const hidden = useDeleting((state) => state.hidden)
  const now = useNow(true, 60_000)
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 720px)')
  const rowHeight = narrow ? 128 : 84
  // Places of the list, without those of entries just deleted.
  const places = Array.from({ length: total ?? 12 }, (_, place) => place).filter((place) => {
    const entry = itemAt(place)
    return entry === undefined || hidden[idOf(entry)] === undefined
  })
  const { first, last } = useVisibleRows(frame, rowHeight, places.length)
  const firstPlace = places[first] ?? 0
  const lastPlace = places[Math.min(last, places.length - 1)] ?? 0
  useEffect(() => showPlaces(firstPlace, lastPlace), [showPlaces, firstPlace, lastPlace])
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
        const entry = itemAt(place)
        const position = first + index
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div
            key={entry === undefined ? `place-${place}` : idOf(entry)}
            role="listitem"
            aria-setsize={places.length}
            aria-posinset={position + 1}
            style={{ top: position * rowHeight, height: rowHeight }}
          >
            <Row entry={entry} now={now} search={search} />
          </div>
        )
      })}
    </div>
  )
}

interface RowProps {
  /** Undefined: not loaded yet. */
  readonly entry: LibraryEntry | undefined
  readonly now: number
  readonly search: string
}

/** Drawn once while the list scrolls past: only what is in it makes it another. */
const Row = memo(function Row({ entry, now, search }: RowProps) {
  if (entry === undefined) {
    return (
      <div className={classes.ghostRow} aria-hidden="true">
        <span />
        <span />
      </div>
    )
  }
  return <LibraryCard entry={entry} now={new Date(now)} search={search} form="row" />
})
