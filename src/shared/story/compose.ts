/** Puts the outputs of the stages together as a story, version 1. */
import type { StageOutput } from '../contract/stages.ts'
import { sumDropped } from './dropped.ts'
import type { Focus } from './focus.ts'
import type { Insight, InsightClass, InsightDraft } from './insight.ts'
import type { KeptReading } from './reading.ts'
import type { Source } from './source.ts'
import type { Story } from './story.ts'

export interface StoryParts {
  readonly id: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly engineVersion: string
  readonly seed: number
  readonly source: Source
  readonly focus?: Focus | undefined
  readonly kept?: KeptReading | undefined
  readonly analysis: StageOutput<'analyze'>
  readonly narrative: StageOutput<'narrate'>
  readonly visuals: StageOutput<'visualize'>
  /** Milliseconds a stage. */
  readonly timings: Story['timings']
  readonly verified: Story['verified']
}

/** The story as saved and handed out. Same parts, same story: nothing is read from the clock or by chance. */
export function composeStory(parts: StoryParts): Story {
  const { analysis, narrative, visuals } = parts
  const ofClass = (wanted: InsightClass): Insight[] => narrative.insights.filter((insight) => insight.class === wanted)
  return {
    version: 1,
    id: parts.id,
    createdAt: parts.createdAt,
    engineVersion: parts.engineVersion,
    seed: parts.seed,
    ...(narrative.language === undefined ? {} : { language: narrative.language }),
    title: narrative.title,
    subtitle: narrative.subtitle,
    source: parts.source,
    ...(parts.focus === undefined ? {} : { focus: parts.focus }),
    ...(parts.kept === undefined ? {} : { kept: parts.kept }),
    ...(analysis.keptColumns === undefined ? {} : { keptColumns: analysis.keptColumns }),
    tables: analysis.tables,
    findings: ofClass('finding'),
    facts: ofClass('fact'),
    leads: ofClass('lead'),
    quality: ofClass('quality'),
    ...untoldOf(analysis.insights, narrative),
    sections: visuals.sections,
    charts: visuals.charts,
    method: {
      ...analysis.method,
      dropped: sumDropped([analysis.method.dropped, narrative.dropped, visuals.dropped]),
    },
    timings: parts.timings,
    // Only the two counts: a caller may hand over a whole verification.
    verified: { numbers: parts.verified.numbers, matched: parts.verified.matched },
  }
}

/** What another language may have words for; what the data belies is in no story. */
function untoldOf(
  drafts: readonly InsightDraft[],
  { insights, disproved = [] }: Pick<StageOutput<'narrate'>, 'insights' | 'disproved'>,
): Pick<Story, 'untold'> {
  const settled = new Set([...insights.map(({ id }) => id), ...disproved])
  const untold = drafts.filter(({ id }) => !settled.has(id))
  return untold.length === 0 ? {} : { untold }
}
