/** The language a text is written in: as declared, else by its trigrams (Cavnar and Trenkle 1994, as `franc` has it). */
import { franc } from 'franc'
import { stopWordsOf } from './stop-words.ts'
import { wordsOf } from './words.ts'

/** Characters that are looked at; more tell no more. */
export const charactersForLanguage = 8_000
/** Trigrams of less than this are a guess, which only stop words can confirm. */
const enough = 400
const fewest = 40
const confirmed = 0.25

export interface Language {
  /** BCP 47. */
  readonly code: string
  readonly from: 'declared' | 'detected'
}

/** Null where nothing is declared and the text is too short or too strange to tell. */
export function languageOf(declared: string | null, text: string): Language | null {
  const detected = detectLanguage(text)
  const valid = canonical(declared)
  if (valid === null) return detected === null ? null : { code: detected, from: 'detected' }
  // Programs declare the language they were installed in: a long text that is plainly in another one is believed.
  const differs = detected !== null && detected !== new Intl.Locale(valid).language
  if (differs && text.length >= 2 * enough && isConfirmed(text, detected) && !isConfirmed(text, valid)) {
    return { code: detected, from: 'detected' }
  }
  return { code: valid, from: 'declared' }
}

export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, charactersForLanguage)
  if (sample.length < fewest) return null
  // Text that only fills space is in no language, whatever its trigrams are like.
  if (/\blorem ipsum\b|\bdolor sit amet\b/iu.test(sample) && !isConfirmed(sample, 'en')) return null
  const found = franc(sample)
  if (found === 'und') return null
  const code = canonical(macrolanguages[found] ?? found)
  if (code === null) return null
  if (stopWordsOf(code).size > 0) return isConfirmed(sample, code) ? code : null
  return sample.length >= enough ? code : null
}

/** Where there are stop words of a language, text in it is full of them. */
function isConfirmed(text: string, language: string): boolean {
  const stopWords = stopWordsOf(language)
  const words = wordsOf(text.slice(0, charactersForLanguage))
  const weak = words.filter((word) => stopWords.has(word.text.toLowerCase())).length
  return weak >= confirmed * words.length
}

function canonical(code: string | null): string | null {
  if (code === null || code.trim() === '') return null
  try {
    return Intl.getCanonicalLocales(code.trim().replaceAll('_', '-'))[0] ?? null
  } catch (error) {
    // What a document declares may be no language tag at all.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What franc calls by the one language that is meant by a name in common use. */
const macrolanguages: Readonly<Record<string, string>> = {
  arb: 'ar',
  cmn: 'zh',
  pes: 'fa',
  nob: 'nb',
  ekk: 'et',
  zlm: 'ms',
  lvs: 'lv',
  als: 'sq',
  swh: 'sw',
  azj: 'az',
  uzn: 'uz',
}
