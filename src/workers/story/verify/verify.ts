/** Recomputes every number of a story from its evidence against the stored tables, and says which do not come out. */
import type { TaskMap } from '../../../shared/contract/tasks.ts'
import type { Chart } from '../../../shared/story/chart.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { Section, Verification } from '../../../shared/story/story.ts'
import { localeOf, textsTagOf } from '../../../shared/texts/texts.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import { type StoredSource, type StoredTables, withStoredTables } from '../../source/duckdb/stored-tables.ts'
import { expectedOpening, openingPhase } from '../../source/duckdb/tables.ts'
import { checkCharts } from './charts.ts'
import { differences, summaryDifferences } from './differences.ts'
import { QueryRunner, recompute } from './recompute.ts'
import { checkTexts } from './texts.ts'

interface StoryEvidence extends StoredTables {
  readonly insights: readonly Insight[]
  /** The texts, when they are to be checked too. */
  readonly sections?: readonly Section[] | undefined
  /** The charts, likewise. */
  readonly charts?: readonly Chart[] | undefined
  /** Tag of the language the texts are in; absent for English. */
  readonly language?: string | undefined
}

/**
 * `numbers` counts the values of all insights and, where sections are given, the numbers in their texts. Nothing that
 * differs is an exception: it is listed in `failed` with what was stated, what came out, and why.
 */
export async function verify(
  input: TaskMap['verify']['input'],
  context: WorkContext,
): Promise<TaskMap['verify']['output']> {
  return verifyStory(input, context, 'Recomputing every number')
}

export async function verifyStory(story: StoryEvidence, context: WorkContext, note: string): Promise<Verification> {
  const values = await verifyValues(story, context, note)
  if (story.sections === undefined) return values
  const locale = localeOf(textsTagOf(story))
  const texts = checkTexts(story.sections, story.insights, locale)
  const charts = checkCharts(story.charts ?? [], story.insights, locale)
  const numbers = values.numbers + texts.numbers + charts.numbers
  const failed = [...values.failed, ...texts.failed, ...charts.failed]
  return { numbers, matched: Math.max(0, numbers - failed.length), failed }
}

/** Recomputes the values of all statements; the texts are not looked at. */
export async function verifyValues(story: StoryEvidence, context: WorkContext, note: string): Promise<Verification> {
  const plan = new WorkPlan(context, [
    expectedOpening(story.tables),
    { name: 'statements', work: 10 * story.insights.length, parts: Math.max(1, story.insights.length) },
  ])
  plan.begin(openingPhase, note)
  const check = async (source: StoredSource): Promise<Verification> => {
    plan.begin('statements', note)
    const runner = new QueryRunner(source)
    const failed: Verification['failed'] = []
    let numbers = 0
    for (const [index, insight] of story.insights.entries()) {
      const recomputing = recompute(insight, runner)
      // While the numbers of one statement are computed, the database answers for the next.
      for (const sql of story.insights[index + 1]?.evidence.sql ?? []) runner.begin(sql)
      const recomputed = await recomputing
      numbers += recomputed.size
      failed.push(...differences(insight, recomputed), ...summaryDifferences(insight))
      plan.part()
      await context.yieldToEventLoop()
    }
    plan.end()
    return { numbers, matched: numbers - failed.length, failed }
  }
  return plan.keepMoving(() => withStoredTables(context, story, check, { forManyQueries: true }))
}
