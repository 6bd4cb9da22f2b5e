/** What a statement rests on, in words: kinds, tests and effects are stored by names that stay the same. */
import type { Texts } from '../texts/texts.ts'
import type { Insight } from './insight.ts'

/** What was looked at; older stories do not say it, and are told by the name of the kind. */
export function lookedAtWords({ lookedAt, type }: Pick<Insight, 'lookedAt' | 'type'>): string {
  return capital(lookedAt ?? spaced(type))
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

/** What would be seen if the statement were not so. Older stories do not say: most of their tests compare groups. */
export function contraryWords({ evidenceWords }: Pick<Texts, 'evidenceWords'>, insight: Insight): string {
  const isTested = insight.class === 'finding' || insight.class === 'lead'
  return evidenceWords.contrary[insight.contrary ?? (isTested ? 'difference' : 'exact')]
}
