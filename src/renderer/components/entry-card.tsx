/** Something kept, in a list: what it is called, what it holds, the file it came from. Stories and documents look alike. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import type { Route } from '../routes/route.ts'
import { deleteKept } from '../stores/deleting.ts'
import { useTexts } from '../stores/language.ts'
import { hitInSight, markedPieces } from '../words/snippet.ts'
import classes from './entry-card.module.css'
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
  form,
}: EntryCardProps) {
  const texts = useTexts()
  // The home screen's cards stand under a heading of their own; the library's rows stand under the page's.
  const Title = form === 'row' ? 'h2' : 'h3'
  return (
    <article className={classes.entry} data-form={form} data-testid={`${kind}-card`} data-id={id}>
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
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {form === 'row' && (
        <Tooltip label="Delete">
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
      )}
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
