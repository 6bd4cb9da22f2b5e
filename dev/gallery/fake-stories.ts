/** The commands about stories, answered from memory. */
import type { CommandInput, CommandName, CommandOutput } from '../../src/shared/contract/commands.ts'
import type { EngineEvent } from '../../src/shared/contract/events.ts'
import { type Hand, handSchema } from '../../src/shared/story/hand/hand.ts'
import type { Story, StorySummary } from '../../src/shared/story/story.ts'
import { missing } from './fake-failure.ts'
import { marked } from './fake-library.ts'
import { sampleComparison } from './sample-comparison.ts'
import { sampleStory } from './sample-story.ts'
import { summaryOf } from './sample-variants.ts'

type StoryCommand = Extract<CommandName, `stories/${string}` | 'evidence/run' | 'tables/page'>

export interface FakeStories {
  readonly handlers: { [Name in StoryCommand]: (input: CommandInput<Name>) => CommandOutput<Name> }
  /** Every story there is, the newest first. */
  readonly summaries: readonly StorySummary[]
  /** Throws the failure of a story that is not there. */
  readonly find: (id: string) => Story
  /** What comes of a job. */
  readonly tell: (jobId: string) => Story
}

export function createFakeStories(
  given: readonly Story[],
  further: readonly StorySummary[],
  emit: (event: EngineEvent) => void,
): FakeStories {
  const stories = new Map(given.map((story) => [story.id, story]))
  const summaries: StorySummary[] = [...given.map((story) => summaryOf(story, `job-of-${story.id}`)), ...further]
  const needStory = (id: string): Story => {
    const story =
      stories.get(id) ?? (summaries.some((summary) => summary.id === id) ? { ...sampleStory, id } : undefined)
    if (story === undefined) throw missing('There is no story at this address.')
    return story
  }

  const hands = new Map<string, Hand>()

  const handlers: FakeStories['handlers'] = {
    'stories/list': ({ search = '', limit = 100, offset = 0 }) => {
      const word = search.toLowerCase()
      const found = summaries
        .filter((story) => `${story.title} ${story.subtitle} ${story.sourceName}`.toLowerCase().includes(word))
        .map((story) =>
          word === '' ? story : { ...story, snippet: marked(`${story.subtitle} ${story.title}`, search) },
        )
      return { stories: found.slice(offset, offset + limit), total: found.length }
    },
    'stories/get': ({ id }) => ({ story: needStory(id), jobId: `job-of-${id}`, hand: hands.get(id) ?? null }),
    'stories/set-hand': ({ id, hand }) => {
      hands.set(id, handSchema.parse(hand))
      emit({ name: 'story/hand-changed', payload: { id, hand: handSchema.parse(hand) } })
      return {}
    },
    'stories/delete': ({ id }) => {
      stories.delete(id)
      summaries.splice(0, summaries.length, ...summaries.filter((summary) => summary.id !== id))
      emit({ name: 'story/deleted', payload: { id } })
      return {}
    },
    'stories/versions': ({ id }) => {
      const { title, createdAt, focus } = needStory(id)
      return { versions: [{ id, title, createdAt, parent: null, told: focus === undefined ? {} : { focus } }] }
    },
    'stories/source': ({ id }) => ({ state: needStory(id).id === id ? 'same' : 'unknown', source: null }),
    'stories/retell': ({ id }) => ({ job: null, storyId: needStory(id).id }),
    'stories/compared': () => ({ compared: null }),
    'stories/compare': ({ before, after }) => {
      const [earlier, later] = [needStory(before), needStory(after)]
      const named = ({ id, title }: Story) => ({ id, title })
      return {
        comparison: {
          ...sampleComparison,
          before: { ...sampleComparison.before, ...named(earlier) },
          after: { ...sampleComparison.after, ...named(later) },
        },
      }
    },
    'stories/translate': ({ id, language }) => {
      const story: Story = { ...needStory(id), language }
      stories.set(id, story)
      return { story }
    },
    'stories/verify': ({ id }) => ({ ...needStory(id).verified, failed: [] }),
    'stories/export': ({ id, format }) => ({ saved: { name: `${needStory(id).title}.${format}`, downloadUrl: null } }),
    'evidence/run': ({ storyId, insightId, query }) => {
      const story = needStory(storyId)
      const insight = [...story.findings, ...story.facts, ...story.leads, ...story.quality].find(
        ({ id }) => id === insightId,
      )
      const chart = story.charts.find((one) => one.insight === insightId)
      const sql = insight?.evidence.sql[query] ?? ''
      if (chart !== undefined && query === 0) {
        return {
          columns: chart.data.columns,
          rows: chart.data.rows.slice(0, 100),
          sql,
          truncated: chart.data.rows.length > 100,
        }
      }
      const values = insight?.evidence.values ?? {}
      return { columns: Object.keys(values), rows: [Object.values(values)], sql, truncated: false }
    },
    'tables/page': ({ storyId, offset, limit }) => {
      const table = needStory(storyId).tables[0]
      const total = table?.rows ?? 0
      const columns = table?.columns.map(({ name }) => name) ?? []
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => [
        `2023-01-${String(((offset + index) % 28) + 1).padStart(2, '0')}`,
        ['Harbour', 'Station', 'Market Square'][(offset + index) % 3] ?? '',
        ['Coffee', 'Bakery', 'Lunch'][index % 3] ?? '',
        (offset + index) % 317,
        index % 11 === 0 ? null : Math.round((offset + index) * 3.7) / 10,
      ])
      return { columns, rows, total }
    },
  }
  const tell = (jobId: string): Story => {
    const story = { ...sampleStory, id: `story-${jobId}`, createdAt: new Date().toISOString() }
    stories.set(story.id, story)
    summaries.unshift(summaryOf(story, jobId))
    emit({ name: 'story/saved', payload: { story: summaryOf(story, jobId) } })
    return story
  }
  return { handlers, summaries, find: needStory, tell }
}
