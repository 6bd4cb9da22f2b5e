/** Whatever is kept, in a list. */
import type { LibraryEntry } from '../../shared/library/entry.ts'
import { DocumentCard } from './document-card.tsx'
import { StoryCard } from './story-card.tsx'

interface LibraryCardProps {
  readonly entry: LibraryEntry
  readonly now: Date
  /** What the list was searched for. */
  readonly search?: string
  /** `row` for the library, `card` for the home screen. */
  readonly form: 'row' | 'card'
}

export function LibraryCard({ entry, now, search = '', form }: LibraryCardProps) {
  switch (entry.kind) {
    case 'story':
      return <StoryCard story={entry.story} now={now} search={search} form={form} />
    case 'document':
      return <DocumentCard document={entry.document} now={now} search={search} form={form} />
  }
}
