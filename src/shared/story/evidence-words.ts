/** What a statement rests on, in words: kinds, tests and effects are stored by names that stay the same. */
import type { Texts } from '../texts/texts.ts'
import type { Insight, InsightType } from './insight.ts'

/** What was looked at, by the kind of statement. */
export function kindWords({ evidenceWords }: Pick<Texts, 'evidenceWords'>, type: InsightType): string {
  return capital(worded(evidenceWords.kinds, type) ?? spaced(type))
}

/** What is known of a statement by its class; a finding that no test bore out holds of a whole population. */
export function classWords(
  { evidence }: Pick<Texts, 'evidence'>,
  insight: Pick<Insight, 'class' | 'test'>,
): { readonly name: string; readonly means: string } {
  const words = evidence.classes[insight.class]
  return insight.class === 'finding' && insight.test === undefined ? { ...words, means: evidence.whole } : words
}

/** The test by its name, and what it takes for granted; null where nothing is known of that. */
export function testWords(
  { evidenceWords }: Pick<Texts, 'evidenceWords'>,
  test: string,
): { readonly name: string; readonly assumes: string | null } {
  const words = worded(evidenceWords.tests, test)
  return words === undefined ? { name: capital(spaced(test)), assumes: null } : { ...words, name: capital(words.name) }
}

export function effectWords({ evidenceWords }: Pick<Texts, 'evidenceWords'>, effect: string): string {
  return capital(worded(evidenceWords.effects, effect) ?? spaced(effect))
}

/** A part of the score. */
export function scoreWords({ evidenceWords }: Pick<Texts, 'evidenceWords'>, part: string): string {
  return capital(worded(evidenceWords.scores, part) ?? spaced(part))
}

/** What a stored story names and this version has words for; a name of a later version has none. */
function worded<Words>(words: Readonly<Record<string, Words>>, name: string): Words | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Wrong = keyof Texts['evidenceWords']['wrong']

const ofCourse = [
  'trend',
  'level_shift',
  'slope_break',
  'variance_change',
  'seasonality',
  'time_outlier',
  'latest_vs_expected',
  'common_pattern',
] as const satisfies readonly InsightType[]
const ofRelations = [
  'correlation',
  'nonlinear_dependence',
  'association',
  'co_movement',
  'key_drivers',
] as const satisfies readonly InsightType[]
const ofShapes = [
  'multimodal',
  'cluster',
  'unusual_values',
  'skew',
  'benford',
  'heaping',
] as const satisfies readonly InsightType[]

const wrongOf: Readonly<Partial<Record<InsightType, Wrong>>> = {
  ...Object.fromEntries(ofCourse.map((type) => [type, 'course'])),
  ...Object.fromEntries(ofRelations.map((type) => [type, 'relation'])),
  ...Object.fromEntries(ofShapes.map((type) => [type, 'shape'])),
  forecast: 'forecast',
}

/** What would be seen if the statement were not so. */
export function wrongWords({ evidenceWords }: Pick<Texts, 'evidenceWords'>, insight: Insight): string {
  const isTested = insight.class === 'finding' || insight.class === 'lead'
  if (!isTested && insight.type !== 'forecast') return evidenceWords.wrong.exact
  return evidenceWords.wrong[wrongOf[insight.type] ?? 'difference']
}
