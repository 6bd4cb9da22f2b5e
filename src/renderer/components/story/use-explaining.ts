/** Which mark of a story is being explained, and which can be. */
import { type RefObject, useCallback, useMemo, useState } from 'react'
import type { Chart } from '../../../shared/story/chart.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { type Mark, markedOf } from '../../../shared/story/mark/mark.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { MarkAsked } from './explain-panel.tsx'

interface Explaining {
  readonly asked: MarkAsked | null
  readonly close: () => void
  readonly onMarkOf: (chart: Chart) => ((mark: Mark) => void) | undefined
  readonly onStatement: (insight: Insight) => (() => void) | undefined
}

/** `opener`: what gets the focus back. `onAsk`: something is asked, and takes the place of what was shown beside it. */
export function useExplaining(
  story: Story,
  insights: ReadonlyMap<string, Insight>,
  opener: RefObject<Element | null>,
  onAsk: () => void,
): Explaining {
  const [asked, setAsked] = useState<MarkAsked | null>(null)
  const close = useCallback(() => {
    setAsked(null)
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }, [opener])
  const show = (next: MarkAsked): void => {
    onAsk()
    setAsked(next)
  }
  const onMark = useMemo(
    () => new Map(story.charts.flatMap((chart) => marksOf(story, insights, chart))),
    [story, insights],
  )
  const handlers = useMemo(
    () =>
      new Map(
        [...onMark].map(([id, insight]) => [
          id,
          (mark: Mark) => {
            opener.current = document.activeElement
            onAsk()
            setAsked({ insight, mark })
          },
        ]),
      ),
    [onMark, opener, onAsk],
  )
  return {
    asked,
    close,
    onMarkOf: (chart) => handlers.get(chart.id),
    onStatement: (insight) => {
      const table = story.tables.find(({ name }) => name === insight.table)
      if (table === undefined || markedOf(table, insight, null, null) === null) return undefined
      return () => show({ insight, mark: null })
    },
  }
}

/** The chart's id with its statement, where one of its marks stands for rows. */
function marksOf(story: Story, insights: ReadonlyMap<string, Insight>, chart: Chart): [string, Insight][] {
  const insight = insights.get(chart.insight)
  const table = story.tables.find(({ name }) => name === insight?.table)
  if (insight === undefined || table === undefined) return []
  const can = chart.data.rows.some((_, row) => markedOf(table, insight, chart, { row, series: null }) !== null)
  return can ? [[chart.id, insight]] : []
}
