/**
 * Names of people, places, organisations: words in capitals within a sentence. Precision before completeness: a word that
 * the document also writes small is none, nor is the first word of a sentence by itself.
 */
import { stopWordsOf } from '../words/stop-words.ts'
import { type Word, wordsOf } from '../words/words.ts'
import { months } from './months.ts'

export interface FoundName {
  readonly start: number
  readonly end: number
  readonly name: string
  /** Whether it begins the sentence, where a capital proves nothing. */
  readonly opens: boolean
}

const links: ReadonlySet<string> = new Set(
  'of de del della delle dei di du des da do dos das la le van von der den zu zur the and y e et und für for i'.split(
    ' ',
  ),
)
/** Links that may join two names but stand between two of them as well. */
const weakLinks: ReadonlySet<string> = new Set(['and', 'y', 'e', 'et', 'und', 'the', 'i', 'for', 'la', 'le'])
const titles =
  /^(?:mr|mrs|ms|dr|prof|professor|herr|frau|sir|lord|lady|dame|mme|mlle|monsieur|madame|señor|señora|don|doña|signor|signora|senhor|senhora|meneer|mevrouw|president|minister|chancellor|king|queen|saint|st)$/iu
const noNames =
  /^(?:figure|figures|fig|table|tables|section|sections|chapter|chapters|appendix|equation|equations|eq|page|pages|part|step|example|theorem|lemma|proposition|definition|corollary|algorithm|listing|note|notes|abbildung|tabelle|kapitel|abschnitt|paragraaf|paragraph|seite|anhang|gleichung|tableau|chapitre|annexe|figura|tabla|capítulo|sección|página|tabella|capitolo|sezione|tabela|seção|hoofdstuk|figuur|tabel|january|february|monday|tuesday|wednesday|thursday|friday|saturday|sunday|internet|web|url|pdf|html|yes|no|true|false|null|na|ok|vol|no|pp|volume|issue|journal|i|ii|iii|iv|v|vi|vii|viii|ix|x|dear|north|south|east|west)$/iu
/** All nouns have capitals: only several in a row, or one after a title, are a name. */
const capitalisedNouns: ReadonlySet<string> = new Set(['de', 'lb'])

/** `sentence`: text of one sentence. Places are in it. */
export function findNames(sentence: string, language: string | null): FoundName[] {
  const words = wordsOf(sentence)
  const code = (language ?? 'en').slice(0, 2)
  const stopWords = stopWordsOf(language)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word.text)).length
  // A line set in title case or in capitals says nothing of names.
  if (words.length < 4 || capitals > 0.6 * words.length) return []
  const found: FoundName[] = []
  for (let index = 0; index < words.length; index += 1) {
    if (!isCapital(words[index], stopWords, sentence)) continue
    let last = index
    for (let next = index + 1; next < words.length && next - last <= 3; next += 1) {
      const word = words[next]
      if (
        word === undefined ||
        !/^(?:[ \t]+|\. ?|\s*&\s*)$/u.test(sentence.slice(words[next - 1]?.end ?? 0, word.start))
      )
        break
      if (sentence.slice(words[next - 1]?.end ?? 0, word.start).startsWith('.') && !isInitial(words[next - 1])) break
      if (isCapital(word, stopWords, sentence)) last = next
      else if (capitalisedNouns.has(code) || !(links.has(word.text) || /^[B-HJ-Z]$/u.test(word.text))) break
    }
    const parts = words.slice(index, last + 1)
    const name = nameOf(sentence, trimmed(parts), index === 0, code)
    if (name !== null) found.push(name)
    index = last
  }
  return found
}

/** A weak link divides two names: `Anna and Bertha Miller` is not one; what remains is the part before it. */
function trimmed(parts: readonly Word[]): readonly Word[] {
  const isCapitalAt = (index: number): boolean => /^\p{Lu}/u.test(parts[index]?.text ?? '')
  const cut = parts.findIndex((word, index) => {
    if (index === 0 || !weakLinks.has(word.text)) return false
    // National Oceanic and Atmospheric Administration; University of the Arts.
    if (word.text === 'and') return !(index >= 2 && isCapitalAt(index - 1) && isCapitalAt(index - 2))
    return !links.has(parts[index - 1]?.text ?? '')
  })
  const kept = cut > 0 ? parts.slice(0, cut) : parts
  const end = kept.findLastIndex((word) => /^\p{Lu}/u.test(word.text))
  return kept.slice(0, end + 1)
}

const articles: ReadonlySet<string> = new Set(
  'der die das den dem des ein eine einem einen einer eines kein keine im vom zum zur beim'.split(' '),
)

/**
 * Where all nouns have capitals: those that stand after an article and before a small letter, at least twice. What begins
 * with one of them is no name. Lower case; empty for other languages.
 */
export function ordinaryNouns(sentences: Iterable<string>, language: string | null): ReadonlySet<string> {
  const counts = new Map<string, number>()
  if (!capitalisedNouns.has((language ?? 'en').slice(0, 2))) return new Set()
  for (const sentence of sentences) {
    for (const [, article, noun] of sentence.matchAll(
      /(?<![\p{L}\p{N}])(\p{Ll}+)\s(\p{Lu}[\p{L}-]+)(?=\s\p{Ll}|[.,;:!?])/gu,
    )) {
      if (article === undefined || noun === undefined || !articles.has(article)) continue
      counts.set(noun.toLowerCase(), (counts.get(noun.toLowerCase()) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([noun]) => noun))
}

function nameOf(sentence: string, parts: readonly Word[], opens: boolean, code: string): FoundName | null {
  const capitals = parts.filter((word) => /^\p{Lu}/u.test(word.text))
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return null
  const [start, end] = [first.start, last.end - (/['’]s$/u.exec(last.text)?.[0].length ?? 0)]
  const name = sentence.slice(start, end)
  const real = capitals.filter((word) => !isInitial(word) && !titles.test(word.text))
  if (real.length === 0 || real.some((word) => noNames.test(word.text)) || name.length < 3 || /\d/u.test(name))
    return null
  if (capitals.length === 1) {
    // Debian-pakket: a compound with a name in it.
    if (/-\p{Ll}{3,}$/u.test(name)) return null
    if (months().has(name.toLowerCase()) || capitalisedNouns.has(code)) return null
    // One word in capitals throughout is an abbreviation.
    if (name === name.toUpperCase()) return null
  }
  // A file: Makefile.in, README.txt.
  if (/\.\p{Ll}{1,5}$/u.test(name)) return null
  // So are several, and PCBs; a single letter before a hyphen is no name either: T-cell.
  if (real.every((word) => /^\p{Lu}[\p{Lu}-]*s?$/u.test(word.text))) return null
  if (real.some((word) => /^\p{Lu}-\p{Ll}/u.test(word.text))) return null
  if (capitalisedNouns.has(code) && !titles.test(first.text) && capitals.length < 2) return null
  return { start, end, name, opens }
}

function isInitial(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}(?:-\p{Lu})?$/u.test(word.text)
}

function isCapital(word: Word | undefined, stopWords: ReadonlySet<string>, sentence: string): boolean {
  if (word === undefined || !/^\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(word.text)) return false
  // The letter of an initial may be a word by itself, as A is, but for its full stop.
  return isInitial(word) ? sentence[word.end] === '.' : !stopWords.has(word.text.toLowerCase())
}
