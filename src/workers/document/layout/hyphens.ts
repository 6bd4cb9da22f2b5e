/** Words broken at the end of a line, put together again. */

const brokenEnd = /(?<word>[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)(?<hyphen>[-\u00ad\u2010])$/u
const rest = /^(?<word>\p{Ll}[\p{L}\p{M}]*)(?<after>\S*)\s*/u

/** How often each word stands in the document, in lower case: tells `exam-ple` from `well-known`. */
export type Vocabulary = ReadonlyMap<string, number>

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>()
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
      const key = word.toLowerCase()
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * Lines of one block; the rest of a broken word moves up to where the word began. A hyphen that is part of the word
 * stays where the document writes it so elsewhere, and more often than without.
 */
export function rejoinHyphens(lines: readonly string[], vocabulary: Vocabulary): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const begun = before?.match(brokenEnd)?.groups
    const ending = line.match(rest)
    if (before === undefined || begun === undefined || ending?.groups === undefined) {
      joined.push(line)
      continue
    }
    const [start, end] = [begun.word ?? '', ending.groups.word ?? '']
    const times = (word: string): number => vocabulary.get(word.toLowerCase()) ?? 0
    const keeps = begun.hyphen !== '\u00ad' && times(`${start}-${end}`) > times(start + end)
    const stem = before.slice(0, before.length - (begun.hyphen ?? '').length)
    joined[joined.length - 1] = `${stem}${keeps ? '-' : ''}${end}${ending.groups.after ?? ''}`
    const remaining = line.slice(ending[0].length)
    if (remaining !== '') joined.push(remaining)
  }
  return joined.map((line) => line.replaceAll('\u00ad', ''))
}
