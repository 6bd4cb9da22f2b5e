/** What a job comes to: the one thing it leaves in the library. */
import type { Story } from '../../shared/story/story.ts'
import type { PackedDocument } from '../store/documents.ts'

export type JobResult =
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'document'; readonly packed: PackedDocument }
