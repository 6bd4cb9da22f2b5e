/** A drawing with its statement's claim and sentence, as a chart of a story or of an answer. */
import type { Chart } from '../../../shared/story/chart.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import type { Drawing } from '../../insights/charts/drawing.ts'

interface Said {
  /** The claim without a number: the title, where the drawing has none of its own. */
  readonly headline: string
  readonly sentence: string
}

export function chartOf(
  { id }: Pick<InsightDraft, 'id'>,
  { spec, columns, rows, sql, reduced, shows, ranked = '', title }: Drawing,
  { headline, sentence }: Said,
  language: TextsTag,
): Chart {
  const written = language === 'en' ? {} : { locale: localeOf(language) }
  return {
    id: `chart-${id}`,
    insight: id,
    spec: {
      ...spec,
      x: { ...spec.x, ...written },
      y: { ...spec.y, ...written },
      title: title ?? headline,
      horizontal: spec.horizontal ?? false,
      highlight: spec.highlight ?? [],
    },
    alt: `${shows}${ranked}. ${sentence}`,
    data: { columns: [...columns], rows: rows.map((row) => [...row]), sql, reduced },
  }
}
