/** Values a reading did not cover, weighed into the sample it was decided on. */
import type { ColumnSample } from './decide.ts'

/**
 * The sample with values of the whole column that its reading did not cover, each weighed by how many of the column's
 * values it stands for. `present`: values of the column; `misfits`: how many of them did not fit.
 */
export function withMisfits(
  sample: ColumnSample,
  texts: readonly string[],
  { present, misfits }: { readonly present: number; readonly misfits: number },
): ColumnSample {
  const misfitTexts = new Set(texts)
  const fitting = [...sample.values].filter(([text]) => !misfitTexts.has(text))
  const sampled = fitting.reduce((sum, [, weight]) => sum + weight, 0)
  const scale = sampled === 0 ? 0 : Math.max(0, present - misfits) / sampled
  const values = new Map(fitting.map(([text, weight]) => [text, weight * scale]))
  for (const text of texts) values.set(text, (values.get(text) ?? 0) + misfits / texts.length)
  return { name: sample.name, values }
}
