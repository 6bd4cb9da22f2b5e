/** Reads a search's snippet, in which `[` and `]` mark the words that were found. */

export interface SnippetPiece {
  readonly text: string
  readonly marked: boolean
  readonly start: number
}

/**
 * The snippet with at most about `before` characters ahead of its first hit, so that the hit is in sight where the line
 * is cut at its end. Cut between words.
 */
export function hitInSight(snippet: string, before: number): string {
  const at = markedPieces(snippet).find((piece) => piece.marked)?.start ?? 0
  if (at <= before) return snippet
  const space = snippet.indexOf(' ', at - before)
  return space < 0 || space >= at ? snippet : `…${snippet.slice(space)}`
}

/** Pieces in order. A bracket without its partner is text. */
export function markedPieces(snippet: string): readonly SnippetPiece[] {
  const pieces: SnippetPiece[] = []
  let position = 0
  for (const match of snippet.matchAll(/\[([^[\]]+)\]/g)) {
    if (match.index > position)
      pieces.push({ text: snippet.slice(position, match.index), marked: false, start: position })
    pieces.push({ text: match[1] ?? '', marked: true, start: match.index })
    position = match.index + match[0].length
  }
  if (position < snippet.length) pieces.push({ text: snippet.slice(position), marked: false, start: position })
  return pieces
}
