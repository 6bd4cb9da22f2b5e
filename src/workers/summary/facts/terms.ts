/**
 * Key terms: runs of words between stop words and punctuation, as in RAKE (Rose et al. 2010), weighed by how often they
 * stand in the document, how many words they have, and how early they come (as in YAKE, Campos et al. 2020). What was
 * measured beside it is in docs/decisions.
 */
import type { Sentence } from '../ranking/sentence.ts'
import { lemma } from '../words/lemma.ts'
import { stopWordsOf } from '../words/stop-words.ts'
import { type Word, wordsOf } from '../words/words.ts'

export interface Candidate {
  /** Lemmas of its words, joined by spaces. */
  readonly key: string
  readonly size: number
  readonly count: number
  /** Sentences it stands in. */
  readonly sentences: number
  /** As it stands most often. */
  readonly term: string
  readonly places: readonly TermPlace[]
}

export interface TermPlace {
  readonly sentence: number
  readonly start: number
  readonly end: number
}

export interface Term extends Candidate {
  readonly score: number
}

interface Entry {
  readonly size: number
  count: number
  /** The last sentence it was found in. */
  last: number
  sentences: number
  /** How often each way of writing it stands. */
  readonly forms: Map<string, number>
  readonly places: TermPlace[]
}

const mostWords = 4
const fewestLetters = 3

/** All runs of up to four words that may be terms. Key: lemmas. */
export async function termCandidates(
  sentences: readonly Pick<Sentence, 'text'>[],
  language: string | null,
  pace: () => Promise<void> | undefined,
): Promise<Candidate[]> {
  // Text in other languages quotes English: its stop words are no terms either.
  const stopWords = new Set([...stopWordsOf(language), ...stopWordsOf('en')])
  const byKey = new Map<string, Entry>()
  for (const [index, { text }] of sentences.entries()) {
    await pace()
    for (const run of runsOf(text, stopWords)) {
      const lemmas = run.map((word) => lemma(word.text, language))
      for (let from = 0; from < run.length; from += 1) {
        for (let to = from + 1; to <= Math.min(run.length, from + mostWords); to += 1) {
          const [first, last] = [run[from], run[to - 1]]
          if (first === undefined || last === undefined) continue
          const key = lemmas.slice(from, to).join(' ')
          const entry: Entry = byKey.get(key) ?? {
            size: to - from,
            count: 0,
            last: -1,
            sentences: 0,
            forms: new Map(),
            places: [],
          }
          const form = text.slice(first.start, last.end).replaceAll(/\s+/gu, ' ')
          entry.count += 1
          if (entry.last !== index) entry.sentences += 1
          entry.last = index
          entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1)
          if (entry.places.length < 50) entry.places.push({ sentence: index, start: first.start, end: last.end })
          byKey.set(key, entry)
        }
      }
    }
  }
  return [...byKey].map(([key, { size, count, sentences: within, forms, places }]) => {
    const [term] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? ['']
    return { key, size, count, sentences: within, term, places }
  })
}

/** Of the web, of mail, of files. */
const address = /\b(?:https?|ftp):\S*|\bwww\.\S+|\S*@\S+|\S*\/\S+\/\S*|\S+\.(?:com|org|net|html?|pdf)\b\S*/gu

/** Words that follow each other with nothing but a space between and no stop word among them. */
function runsOf(text: string, stopWords: ReadonlySet<string>): Word[][] {
  const runs: Word[][] = [[]]
  let end = -1
  const addresses = [...text.matchAll(address)].map((found) => [found.index, found.index + found[0].length] as const)
  for (const word of wordsOf(text)) {
    const bare = word.text.toLowerCase()
    const content =
      !stopWords.has(bare) &&
      /\p{L}/u.test(bare) &&
      [...bare].length >= fewestLetters &&
      !addresses.some(([from, to]) => word.start >= from && word.start < to)
    if (end >= 0 && !/^[ \u00a0]*$/u.test(text.slice(end, word.start))) runs.push([])
    if (content) runs.at(-1)?.push(word)
    else runs.push([])
    end = word.end
  }
  return runs.filter((run) => run.length > 0)
}

/** What a term of one to four words counts for: two words say much more than one. */
const weightOfSize = [0, 1, 5, 7, 8] as const
const earlyWeight = 4
/** Share of the sentences after which the weight of a term's first place is down to 1/e. */
const earlyShare = 0.2
/** A term with one of these in it speaks of the document and not of what it is about. */
const ofDocuments =
  /(?:^| )(?:section|figure|table|chapter|appendix|page|equation|fig|eq|siehe|vgl|voir|see|véase|vedi|zie|pp|et al|abschnitt|abbildung|tabelle|kapitel|seite|chapitre|tableau|capítulo|sección|tabla|figura|capitolo|sezione|tabella|seção|tabela|hoofdstuk|tabel|figuur)(?: |$)/u
/** By itself it says nothing. */
const bare =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|case|way|thing|number|part|example|note|kind|end|time|set|use|beispiel|fall|teil|zeit|exemple|cas|partie|ejemplo|caso|parte|esempio|exemplo|voorbeeld|geval|deel)$/u

/** The best `limit`, none within another. `titleTerms`: lemmas; `sentences`: how many there are. Scores are 0 to 1. */
export function keyTerms(
  candidates: readonly Candidate[],
  sentences: number,
  titleTerms: ReadonlySet<string>,
  limit: number,
): Term[] {
  const scored = candidates
    .filter(({ count, term }) => count >= 2 && !ofDocuments.test(term.toLowerCase()) && !bare.test(term.toLowerCase()))
    .map((candidate) => {
      const words = candidate.key.split(' ')
      const inTitle = words.filter((word) => titleTerms.has(word)).length / words.length
      const early = Math.exp(-(candidate.places[0]?.sentence ?? 0) / (earlyShare * Math.max(1, sentences)))
      const weight = weightOfSize[candidate.size] ?? 0
      return { ...candidate, score: candidate.count * weight * (1 + inTitle) * (1 + earlyWeight * early) }
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  const chosen: Term[] = []
  for (const term of scored) {
    if (chosen.length >= limit) break
    if (!chosen.some((other) => saysAsMuch(term.key, other.key))) chosen.push(term)
  }
  const highest = chosen[0]?.score ?? 1
  return chosen.map((term) => ({ ...term, score: term.score / highest }))
}

/** One within the other, or two words the same: pieces of one longer phrase. */
function saysAsMuch(a: string, b: string): boolean {
  if (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)) return true
  const words = new Set(b.split(' '))
  return a.split(' ').filter((word) => words.has(word)).length >= 2
}
