/** A story in a list: its claim, its scope, its file. */
import { IconChartDots3 } from '@tabler/icons-react'
import { plural } from '../../shared/format/words.ts'
import type { StorySummary } from '../../shared/story/story.ts'
import { formatCount, formatMoment } from '../words/amounts.ts'
import { EntryCard } from './entry-card.tsx'

interface StoryCardProps {
  readonly story: StorySummary
  readonly now: Date
  readonly form: 'row' | 'card'
}

export function StoryCard({ story, now, form }: StoryCardProps) {
  const { id, title, subtitle, sourceName, snippet, findings, createdAt } = story
  return (
    <EntryCard
      kind="story"
      id={id}
      form={form}
      title={title}
      to={{ screen: 'story', id, anchor: null }}
      picture={<IconChartDots3 size={22} stroke={1.5} />}
      sourceName={sourceName}
      scope={snippet ?? subtitle}
      found={snippet !== null}
      facts={[`${formatCount(findings)} ${plural(findings, 'finding')}`, formatMoment(createdAt, now)]}
    />
  )
}
