/** Something kept, in a list: what it is called, what it holds, the file it came from. Stories and documents look alike. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconStar, IconStarFilled, IconTag, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import { type Route, wholeLibrary } from '../routes/route.ts'
import { deleteKept } from '../stores/deleting.ts'
import { useTexts } from '../stores/language.ts'
import { markEntries, toggleChosen, useSelecting } from '../stores/selecting.ts'
import { hitInSight, markedPieces } from '../words/snippet.ts'
import classes from './entry-card.module.css'
import { EntryDialog } from './entry-dialog.tsx'
import { Link } from './link.tsx'

interface EntryCardProps {
  readonly kind: LibraryEntry['kind']
  readonly id: string
  readonly title: string
  readonly to: Route
  /** Stands at the left of a row and at the head of a card. */
  readonly picture: React.ReactNode
  readonly sourceName: string
  /** What it holds; where it was found by a search, the words around the best hit, marked by `[` and `]`. */
  readonly scope: string
  readonly found: boolean
  /** Where the hit is: `Page 57`. */
  readonly place?: string
  readonly facts: readonly string[]
  readonly favourite: boolean
  readonly tags: readonly string[]
  /** `row` for the library, `card` for the home screen. */
  readonly form: 'row' | 'card'
}

export function EntryCard({
  kind,
  id,
  title,
  to,
  picture,
  sourceName,
  scope,
  found,
  place,
  facts,
  favourite,
  tags,
  form,
}: EntryCardProps) {
  const texts = useTexts()
  const { library: words } = texts
  const isChosen = useSelecting((state) => state.chosen.has(id))
  const isChoosing = useSelecting((state) => state.chosen.size > 0)
  const [naming, setNaming] = useState(false)
  const own = { kind, id, title, tags, favourite }
  // The home screen's cards stand under a heading of their own; the library's rows stand under the page's.
  const Title = form === 'row' ? 'h2' : 'h3'
  return (
    <article
      className={classes.entry}
      data-form={form}
      data-testid={`${kind}-card`}
      data-id={id}
      data-chosen={isChosen || undefined}
      data-choosing={isChoosing || undefined}
    >
      {form === 'row' && (
        <input
          type="checkbox"
          className={classes.choose}
          aria-label={words.choose({ title })}
          checked={isChosen}
          data-testid="choose-entry"
          onChange={(event) => toggleChosen([own], event.currentTarget.checked)}
        />
      )}
      <span className={classes.picture} data-kind={kind} aria-hidden="true">
        {picture}
      </span>
      <div className={classes.text}>
        <Title className={classes.title}>
          <Link to={to} className={classes.link}>
            {title}
          </Link>
        </Title>
        <p className={classes.scope}>
          {place !== undefined && <span className={classes.place}>{place}</span>}
          {found ? <Marked snippet={hitInSight(scope, charactersBeforeHit)} /> : scope}
        </p>
      </div>
      <p className={classes.meta}>
        <span className={classes.file}>{sourceName}</span>
        {tags.map((tag) => (
          <Link key={tag} to={{ ...wholeLibrary, tag }} className={classes.tag}>
            {tag}
          </Link>
        ))}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {form === 'row' && (
        <div className={classes.actions}>
          <ActionIcon
            className={classes.star}
            variant="subtle"
            color="gray"
            size={36}
            aria-pressed={favourite}
            aria-label={words.favouriteNamed({ title })}
            title={favourite ? words.unfavourite : words.favourite}
            data-testid="favourite"
            onClick={() => void markEntries([own], { favourite: !favourite })}
          >
            {favourite ? <IconStarFilled size={17} /> : <IconStar size={17} />}
          </ActionIcon>
          <ActionIcon
            className={classes.name}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.nameAndTagsOf({ title })}
            title={words.nameAndTags}
            data-testid="name-and-tags"
            onClick={() => setNaming(true)}
          >
            <IconTag size={17} />
          </ActionIcon>
          <Tooltip label={texts.story.delete}>
            <ActionIcon
              className={classes.delete}
              variant="subtle"
              color="gray"
              size={36}
              aria-label={texts.common.deleteNamed({ title })}
              onClick={() => deleteKept({ kind, id, title })}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
      {naming && <EntryDialog entries={[own]} onClose={() => setNaming(false)} />}
    </article>
  )
}

/** As many as fit ahead of the hit on a narrow screen. */
const charactersBeforeHit = 28

function Marked({ snippet }: { readonly snippet: string }) {
  return markedPieces(snippet).map((piece) =>
    piece.marked ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
  )
}
