/** Words broken at the end of a line, put together again. */

/** From a word's start only: a run of letters as long as a page is not looked at from each of them. */
const brokenEnd = /(?<![\p{L}\p{M}])(?<word>[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)(?<hyphen>[-\u00ad\u2010])$/u
const rest = /^(?<word>\p{Ll}[\p{L}\p{M}]*)(?<after>\S*)\s*/u
/** No word is longer; a page made of nothing but hyphens must not be searched from its beginning at every line. */
const longestWord = 100

/** How often each word stands in the document, in lower case: tells `exam-ple` from `well-known`. */
export type Vocabulary = ReadonlyMap<string, number>

export function countInto(counts: Map<string, number>, line: string): void {
  for (const [word] of line.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
    const key = word.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
}

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>()
  for (const line of lines) countInto(counts, line)
  return counts
}

export interface RejoinedBlock {
  /** The lines, each on its own, but for the broken words put together. */
  readonly text: string
  /**
   * Where each line given stands in `text`, in UTF-16 units. A word that was broken belongs to both of its lines: to the
   * first one up to its end, to the second one from where its own letters begin.
   */
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

/** What a line given adds to a line of the result. */
interface Segment {
  readonly source: number
  text: string
}

/**
 * Lines of one block; the rest of a broken word moves up to where the word began. A hyphen that is part of the word
 * stays where the document writes it so elsewhere, and more often than without. Soft hyphens are left out.
 */
export function rejoinHyphens(lines: readonly string[], vocabulary: Vocabulary): RejoinedBlock {
  const joined: Segment[][] = []
  /** By line given: whether its last word ends with the first letters of the next. */
  const goesOn = lines.map(() => false)
  for (const [source, line] of lines.entries()) {
    const before = joined.at(-1)
    const last = before?.at(-1)
    const begun = wordsEnd(before ?? []).match(brokenEnd)?.groups
    const ending = line.match(rest)
    if (before === undefined || last === undefined || begun === undefined || ending?.groups === undefined) {
      joined.push([{ source, text: line }])
      continue
    }
    const [start, end] = [begun.word ?? '', ending.groups.word ?? '']
    const times = (word: string): number => vocabulary.get(word.toLowerCase()) ?? 0
    const keeps = begun.hyphen !== '\u00ad' && times(`${start}-${end}`) > times(start + end)
    last.text = `${last.text.slice(0, last.text.length - (begun.hyphen ?? '').length)}${keeps ? '-' : ''}`
    goesOn[last.source] = true
    before.push({ source, text: `${end}${ending.groups.after ?? ''}` })
    const remaining = line.slice(ending[0].length)
    if (remaining !== '') joined.push([{ source, text: remaining }])
  }
  return place(joined, goesOn)
}

/** The end of a line as far back as a word may reach. */
function wordsEnd(segments: readonly Segment[]): string {
  let text = ''
  for (let index = segments.length - 1; index >= 0 && text.length < longestWord; index -= 1) {
    text = (segments[index]?.text ?? '').slice(-longestWord) + text
  }
  return text
}

function place(joined: readonly (readonly Segment[])[], goesOn: readonly boolean[]): RejoinedBlock {
  const own = goesOn.map(() => ({ start: -1, firstEnd: 0, end: 0 }))
  const texts: string[] = []
  let length = 0
  for (const [index, segments] of joined.entries()) {
    if (index > 0) length += 1
    const parts: string[] = []
    for (const { source, text } of segments) {
      const clean = text.replaceAll('\u00ad', '')
      const end = length + clean.length
      const known = own[source]
      if (known !== undefined) {
        if (known.start < 0) Object.assign(known, { start: length, firstEnd: end })
        known.end = end
      }
      parts.push(clean)
      length = end
    }
    texts.push(parts.join(''))
  }
  const places = own.map(({ start, end }) => ({ start, end }))
  // From the last line back: a word may be broken over more than two.
  for (let index = places.length - 2; index >= 0; index -= 1) {
    const [line, next, after] = [places[index], own[index + 1], places[index + 1]]
    if (!goesOn[index] || line === undefined || next === undefined || after === undefined) continue
    line.end = next.firstEnd === next.end ? after.end : next.firstEnd
  }
  return { text: texts.join('\n'), places }
}
