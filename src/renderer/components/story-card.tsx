/** A story in a list: its claim, its scope, its file. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFileSpreadsheet, IconTrash } from '@tabler/icons-react'
import { plural } from '../../shared/format/words.ts'
import type { StorySummary } from '../../shared/story/story.ts'
import { deleteStory } from '../stores/stories.ts'
import { formatCount, formatMoment } from '../text/amounts.ts'
import { markedPieces } from '../text/snippet.ts'
import { Link } from './link.tsx'
import classes from './story-card.module.css'

interface StoryCardProps {
  readonly story: StorySummary
  readonly now: Date
  /** `row` for the library, `card` for the home screen. */
  readonly form: 'row' | 'card'
}

export function StoryCard({ story, now, form }: StoryCardProps) {
  // The home screen's cards stand under a heading of their own; the library's rows stand under the page's.
  const Title = form === 'row' ? 'h2' : 'h3'
  return (
    <article className={classes.story} data-form={form} data-testid="story-card" data-story={story.id}>
      <div className={classes.text}>
        <Title className={classes.title}>
          <Link to={{ screen: 'story', id: story.id, anchor: null }} className={classes.link}>
            {story.title}
          </Link>
        </Title>
        {story.snippet === null ? (
          <p className={classes.scope}>{story.subtitle}</p>
        ) : (
          <p className={classes.scope}>
            {markedPieces(story.snippet).map((piece) =>
              piece.marked ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
            )}
          </p>
        )}
      </div>
      <p className={classes.meta}>
        <span className={classes.file}>
          <IconFileSpreadsheet size={15} aria-hidden />
          <span className={classes.fileName}>{story.sourceName}</span>
        </span>
        <span>
          {formatCount(story.findings)} {plural(story.findings, 'finding')}
        </span>
        <span>{formatMoment(story.createdAt, now)}</span>
      </p>
      {form === 'row' && (
        <Tooltip label="Delete">
          <ActionIcon
            className={classes.delete}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Delete ${story.title}`}
            onClick={() => deleteStory(story)}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </article>
  )
}
