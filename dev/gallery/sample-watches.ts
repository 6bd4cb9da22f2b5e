/** Watched places in every state. */
import type { Watch } from '../../src/shared/library/watch.ts'

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

export const sampleWatches: readonly Watch[] = [
  {
    ...{ id: 'w1', kind: 'folder', name: 'exports', createdAt: ago(9_000), state: 'watched', since: ago(9_000) },
    last: {
      storyId: 'story-harbour',
      beforeId: 'story-before',
      sourceName: 'sales-october.csv',
      at: ago(40),
      sentence: 'Total revenue rose by €240,000 (10%), from €2.4 million to €2.64 million.',
    },
  },
  {
    id: 'w2',
    kind: 'folder',
    name: 'network drive',
    createdAt: ago(800),
    state: 'missing',
    since: ago(12),
    last: null,
  },
  { id: 'w3', kind: 'file', name: 'stock.xlsx', createdAt: ago(30), state: 'unreadable', since: ago(5), last: null },
  { id: 'w4', kind: 'file', name: 'orders.csv', createdAt: ago(1), state: 'new', since: null, last: null },
]
