/**
 * The visualize stage: a chart for what is better seen than read, placed with the paragraph it belongs to. One that
 * cannot be drawn costs itself.
 */
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import type { Chart } from '../../shared/story/chart.ts'
import { countDropped, dropReasons } from '../../shared/story/dropped.ts'
import type { Insight, InsightDraft } from '../../shared/story/insight.ts'
import { roleOfSection } from '../../shared/story/section-role.ts'
import type { Section, SectionRole } from '../../shared/story/story.ts'
import { localeOf, type TextsTag, textsTagOf } from '../../shared/texts/texts.ts'
import { evidenceValue } from '../insights/charts/drawing.ts'
import { drawnInOrder } from '../insights/charts/in-order.ts'
import { drawnOf } from '../insights/charts/of-population.ts'
import type { Chapter } from '../insights/kind.ts'
import { kindOf } from '../insights/kinds/index.ts'
import { wordingOf } from '../insights/wording-of.ts'
import { chooserFor } from '../insights/words/paraphrase.ts'
import type { WorkContext } from '../runtime/context.ts'
import { isolated } from '../runtime/own-fault.ts'
import { WorkPlan } from '../runtime/work-plan.ts'
import { type DuckdbSource, withDuckdbSource } from '../source/duckdb/source.ts'
import { expectedOpening, openingPhase, openTables } from '../source/duckdb/tables.ts'
import type { TableSource } from '../source/table-source.ts'
import { chartOf } from '../story/charts/chart-of.ts'
import { chooseForCharts } from '../story/charts/choose.ts'
import { isSamePicture } from '../story/charts/same-picture.ts'
import { contentKey } from '../story/compose-story.ts'
import { checkChart } from '../story/verify/charts.ts'

const drawingNote = 'Drawing what is better seen than read'

export async function visualize(
  input: StageInput<'visualize'>,
  context: WorkContext,
  draw: typeof chartFor = chartFor,
): Promise<StageOutput<'visualize'>> {
  const { analysis, narrative } = input
  const told = toldInFull(narrative.sections)
  const chosen = chooseForCharts(analysis.insights.filter(({ id }) => told.has(id)))
  const plan = new WorkPlan(context, [
    expectedOpening(analysis.tables),
    { name: 'charts', work: 20 * chosen.length, parts: Math.max(1, chosen.length) },
  ])
  plan.begin(openingPhase, drawingNote)
  const undrawn: string[] = []
  const drawAll = async (source: DuckdbSource): Promise<Chart[]> => {
    await openTables(source.database, input.convertDir, analysis.tables, { forManyQueries: true })
    plan.begin('charts', drawingNote)
    const drawn: Chart[] = []
    for (const draft of chosen) {
      const chart = await isolated(
        context,
        { part: 'chart', subject: draft.id },
        async () => proved(await draw(input, draft, source, textsTagOf(narrative)), input),
        () => {
          undrawn.push(dropReasons.chart)
          return null
        },
      )
      if (chart !== null && !drawn.some((other) => isSamePicture(other, chart))) drawn.push(chart)
      plan.part()
      await context.yieldToEventLoop()
    }
    plan.end()
    return drawn
  }
  const charts = await plan.keepMoving(() => withDuckdbSource(context, {}, drawAll))
  const types = new Map(analysis.insights.map(({ id, type }) => [id, type]))
  const chapterOf = (insight: string): Chapter | null => {
    const type = types.get(insight)
    return type === undefined ? null : kindOf(type).chapter
  }
  return { charts, sections: placeCharts(narrative.sections, charts, chapterOf), dropped: countDropped(undrawn) }
}

/** A chart that says a number its statement does not rest on is none. */
function proved(chart: Chart | null, { narrative }: StageInput<'visualize'>): Chart | null {
  if (chart === null) return null
  const insight = narrative.insights.find(({ id }) => id === chart.insight)
  const [failed] = checkChart(chart, insight, localeOf(textsTagOf(narrative))).failed
  if (failed === undefined) return chart
  throw new Error(`${failed.name}: ${failed.why} (${failed.stated})`)
}

async function chartFor(
  input: StageInput<'visualize'>,
  draft: InsightDraft,
  source: TableSource,
  language: TextsTag,
): Promise<Chart | null> {
  const kind = kindOf(draft.type)
  const { picture } = kind
  const table = input.analysis.tables.find(({ name }) => name === draft.table)
  if (picture === null || table === undefined) return null
  const surroundings = { tables: input.analysis.tables, choose: chooserFor(contentKey(input)), language }
  const headline = wordingOf(draft, surroundings).headline.text
  const rows = evidenceValue(draft, 'n') ?? draft.n
  const drawing = await picture.draw({ draft: { ...draft, n: rows }, table, headline, source, language })
  if (drawing === null) return null
  const words = { headline, sentence: sentenceOf(input.narrative.insights, draft) }
  return chartOf(draft, drawnInOrder(drawnOf(drawing, table, kind), table), words, language)
}

function sentenceOf(insights: readonly Insight[], draft: InsightDraft): string {
  return insights.find(({ id }) => id === draft.id)?.sentence ?? ''
}

/** Sections that name what they hold in passing, and those that open a story and stay a text. */
const passing: readonly SectionRole[] = ['short', 'further']
const opening: readonly SectionRole[] = ['lead', 'key']

/** Insights with a paragraph of their own: only those are worth a picture. */
function toldInFull(sections: readonly Section[]): ReadonlySet<string> {
  return new Set(
    sections
      .filter((section) => !passing.includes(roleOfSection(section)))
      .flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.insights)),
  )
}

/**
 * Each chart in the last section that goes into its insight. What is told in the opening alone is shown in the chapter
 * that tells of its kind, else where it is told. The order follows the paragraphs.
 */
export function placeCharts(
  sections: readonly Section[],
  charts: readonly Chart[],
  chapterOf: (insight: string) => Chapter | null = () => null,
): Section[] {
  const home = new Map<string, number>()
  const tells = (section: Section, insight: string): boolean =>
    section.paragraphs.some((paragraph) => paragraph.insights.includes(insight))
  for (const chart of charts) {
    const chapter = chapterOf(chart.insight)
    const candidates = [
      sections.findLastIndex(
        (section) => tells(section, chart.insight) && ![...passing, ...opening].includes(roleOfSection(section)),
      ),
      sections.findIndex(
        (section) =>
          chapter !== null &&
          roleOfSection(section) === 'chapter' &&
          section.paragraphs.some(({ insights }) => insights.some((one) => chapterOf(one) === chapter)),
      ),
      sections.findLastIndex((section) => tells(section, chart.insight)),
    ]
    const index = candidates.find((candidate) => candidate >= 0)
    if (index !== undefined) home.set(chart.id, index)
  }
  return sections.map((section, index) => {
    const order = section.paragraphs.flatMap((paragraph) => paragraph.insights)
    const own = charts
      .filter((chart) => home.get(chart.id) === index)
      .toSorted((left, right) => order.indexOf(left.insight) - order.indexOf(right.insight))
    return { ...section, charts: own.map(({ id }) => id) }
  })
}
