/** The library's schema, as numbered steps from nothing. A step that has shipped is never edited: a new file follows. */
import { migration0001 } from './0001-jobs-and-stories.ts'
import { migration0002 } from './0002-long-queues.ts'
import { migration0003 } from './0003-documents.ts'
import { migration0004 } from './0004-folded-names.ts'
import { migration0005 } from './0005-story-versions.ts'
import { migration0006 } from './0006-hands-and-tags.ts'
import { migration0007 } from './0007-comparisons.ts'
import { migration0008 } from './0008-watches.ts'
import { migration0009 } from './0009-lists-in-an-index.ts'
import { migration0010 } from './0010-questions-asked.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
]
