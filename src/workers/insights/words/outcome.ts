/** How a column of two values is said: `survived`, `fraud`, `Admitted`, `colour “red”`. */
import { readableName } from '../../../shared/format/words.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { nameWords } from '../../analysis/profile/name-words.ts'
import { isYes } from '../../analysis/profile/outcome.ts'
import { doingWords, endWords } from '../../analysis/profile/outcome-words.ts'
import { categoryPhrase } from './categories.ts'
import { named, type Phrase, say } from './phrase.ts'
import { sharedWords } from './shared/index.ts'

export interface OutcomePhrase {
  /** What the row did: `survived`; null where the column's name is no such verb. */
  readonly verb: Phrase | null
  /** What was done to it, or what it is: `returned`, `Admitted`; null for a thing. */
  readonly state: Phrase | null
  /** As the subject of a sentence: `“returned”`, `fraud`. */
  readonly noun: Phrase
}

/** Ends that are ends of something which only the column's name tells. */
const ofSomething = new Set([
  'present',
  'absent',
  'positive',
  'negative',
  'success',
  'failure',
  'fail',
  'pass',
  'late',
  'case',
])

const questionWords = /^(?:is|was|are|were|has|had|did|does|will)\s+(?=\S)/iu
/** Shorter names are abbreviations that say nothing by themselves. */
const shortestWord = 3

export function outcomePhrase(column: string, value: string, language: TextsTag): OutcomePhrase {
  const words = sharedWords.in(language)
  const name = withoutQuestion(readableName(column))
  if (!isYes(value)) return valuePhrase(name, value, language)
  if (name.length < shortestWord) {
    return { verb: null, state: null, noun: say`${named(name)} ${categoryPhrase(value, language)}` }
  }
  const [word = '', ...more] = nameWords(name)
  const quoted = words.quoted({ text: named(name) })
  if (more.length === 0 && doingWords.has(word)) return { verb: named(name), state: null, noun: quoted }
  if (more.length === 0 && /.{2}ed$/u.test(word)) return { verb: null, state: named(name), noun: quoted }
  return { verb: null, state: null, noun: named(name) }
}

/** `member` for `Is member?`. */
function withoutQuestion(name: string): string {
  const asked = name.replace(questionWords, '')
  return asked.endsWith('?') ? asked.slice(0, -1).trimEnd() : asked
}

function valuePhrase(name: string, value: string, language: TextsTag): OutcomePhrase {
  const label = categoryPhrase(value, language)
  const words = nameWords(value)
  // An ulcer is present: “present” alone leaves open what is.
  if (words.length === 1 && words.every((word) => ofSomething.has(word))) {
    return { verb: null, state: null, noun: say`${named(name)} ${label}` }
  }
  const tells = words.some((word) => endWords.includes(word) || /.{2}ed$/u.test(word))
  return { verb: null, state: tells ? label : null, noun: tells ? label : say`${named(name)} ${label}` }
}
