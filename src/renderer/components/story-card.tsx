/** A story in a list: its claim, its scope, its file. */
import { IconChartDots3 } from '@tabler/icons-react'
import type { StorySummary } from '../../shared/story/story.ts'
import { versionName } from '../../shared/story/version-name.ts'
import { useTexts } from '../stores/language.ts'
import { formatMoment } from '../words/amounts.ts'
import { CardFigure } from './card-figure.tsx'
import { EntryCard } from './entry-card.tsx'

interface StoryCardProps {
  readonly story: StorySummary
  readonly now: Date
  /** What the list was searched for: looked for again in the story. */
  readonly search?: string
  readonly form: 'row' | 'card'
}

export function StoryCard({ story, now, search = '', form }: StoryCardProps) {
  const texts = useTexts()
  const { id, title, subtitle, sourceName, snippet, findings, createdAt, figure, told, versions } = story
  return (
    <EntryCard
      kind="story"
      id={id}
      form={form}
      title={title}
      to={{ screen: 'story', id, anchor: null, ...(search === '' ? {} : { find: search }) }}
      picture={figure ? <CardFigure figure={figure} /> : <IconChartDots3 size={22} stroke={1.5} />}
      favourite={story.favourite ?? false}
      tags={story.tags ?? []}
      sourceName={sourceName}
      scope={snippet ?? subtitle}
      found={snippet !== null}
      facts={[
        ...(told === undefined ? [] : [versionName(texts, told)]),
        ...(versions === undefined ? [] : [texts.stories.versions({ versions })]),
        texts.stories.findings({ findings }),
        formatMoment(createdAt, now),
      ]}
    />
  )
}
