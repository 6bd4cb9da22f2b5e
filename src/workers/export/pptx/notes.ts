/** What a speaker has below a slide: what the statement rests on. */
import type { Chart } from '../../../shared/story/chart.ts'
import { classWords, effectWords, testWords } from '../../../shared/story/evidence-words.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { slideText } from './slide-text.ts'

/** Plain text: the statement, how sure it is, on how many rows, the values behind it, the queries. */
export function evidenceNotes(insight: Insight, texts: Texts): string {
  const { sentence, n, effect, test, evidence } = insight
  const kind = classWords(texts, insight)
  const words = texts.evidence
  const { low, high } = effect
  const number = (value: number): string => value.toLocaleString(texts.locale, { maximumSignificantDigits: 17 })
  const lines = [
    sentence,
    `${kind.name}: ${kind.means}.`,
    `${words.rowsItRestsOn}: ${number(n)}`,
    low === null || high === null
      ? ''
      : `${effectWords(texts, effect.name)}: ${words.percentInterval({ low: number(low), high: number(high) })}`,
    test === undefined
      ? ''
      : `${words.test}: ${testWords(texts, test.name).name}, ${
          test.q === null
            ? words.probability({ p: number(test.p) })
            : words.corrected({ p: number(test.p), q: number(test.q) })
        }`,
    '',
    `${words.valuesOfTheQuery}:`,
    ...Object.entries(evidence.values).map(([name, value]) => `${name} = ${value ?? words.empty}`),
    '',
    ...evidence.sql,
  ]
  return slideText(lines.filter((line, at) => line !== '' || lines[at - 1] !== '').join('\n'))
}

export function chartNotes({ alt }: Chart): string {
  return slideText(alt)
}
