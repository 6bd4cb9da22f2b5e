/** ROUGE (Lin 2004): how much of a reference summary is in a chosen one. F1 of n-grams and of the longest common subsequence. */

export interface Rouge {
  readonly one: number
  readonly two: number
  /** Of the longest common subsequence. */
  readonly longest: number
}

export function rouge(chosen: string, reference: string): Rouge {
  const [a, b] = [tokens(chosen), tokens(reference)]
  return { one: ofGrams(a, b, 1), two: ofGrams(a, b, 2), longest: f1(longestCommon(a, b), a.length, b.length) }
}

export function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function ofGrams(a: readonly string[], b: readonly string[], size: number): number {
  const count = (all: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (let at = 0; at + size <= all.length; at += 1) {
      const gram = all.slice(at, at + size).join(' ')
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
    return counts
  }
  const [left, right] = [count(a), count(b)]
  let shared = 0
  for (const [gram, times] of left) shared += Math.min(times, right.get(gram) ?? 0)
  return f1(shared, Math.max(0, a.length - size + 1), Math.max(0, b.length - size + 1))
}

function f1(shared: number, a: number, b: number): number {
  return shared === 0 ? 0 : (2 * shared) / (a + b)
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let before = new Uint32Array(b.length + 1)
  for (const word of a) {
    const row = new Uint32Array(b.length + 1)
    for (let at = 1; at <= b.length; at += 1) {
      row[at] = word === b[at - 1] ? (before[at - 1] ?? 0) + 1 : Math.max(before[at] ?? 0, row[at - 1] ?? 0)
    }
    before = row
  }
  return before[b.length] ?? 0
}
