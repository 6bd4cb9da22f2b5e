/** The data view in every state. */
import { describeFailure } from '../../src/shared/failure/failure.ts'
import { english } from './english.ts'
import { sampleStory } from './sample-story.ts'
import { extremeStory, wideStory } from './sample-variants.ts'
import type { Scene } from './scene.ts'

const story = { stories: [sampleStory] }
const address = `#/data/${sampleStory.id}`

const [first] = sampleStory.tables
const hugeStory = {
  ...sampleStory,
  id: 'story-huge',
  tables: first === undefined ? [] : [{ ...first, rows: 10_000_000 }],
}

export const gridScenes = {
  data: { title: 'A table, row by row', address, engine: story },
  'data-filtered': {
    title: 'A table, filtered and sorted',
    address: `${address}?filter=${encodeURIComponent('site = Harbour and orders >= 20')}&search=bakery&sort=-revenue_eur&sort=%2Bdate&from=key`,
    engine: story,
  },
  'data-huge': {
    title: 'Ten million rows, from the middle',
    address: '#/data/story-huge?row=5000000',
    engine: { stories: [hugeStory] },
  },
  'data-none': { title: 'A filter that leaves no row', address: `${address}?search=zebra`, engine: story },
  'data-wrong': {
    title: 'A filter that is not understood',
    address: `${address}?filter=${encodeURIComponent('colour = red')}`,
    engine: story,
  },
  'data-no-table': { title: 'A table that is gone', address: `${address}?table=nowhere`, engine: story },
  'data-wide': {
    title: 'A table of a thousand columns',
    address: '#/data/story-wide',
    engine: { stories: [wideStory] },
  },
  'data-extreme': {
    title: 'A table of names that do not fit',
    address: '#/data/story-extreme',
    engine: { stories: [extremeStory] },
  },
  'data-failed': {
    title: 'Rows that cannot be read',
    address,
    engine: {
      ...story,
      failing: { 'grid/rows': describeFailure(english, 'internal', { name: 'Storyglass', detail: 'EIO' }) },
    },
  },
} as const satisfies Record<string, Scene>
