/** The block of plain `name: value` lines some Markdown begins with; not YAML, whose structures mean nothing here. */

export interface FrontMatter {
  readonly values: Readonly<Record<string, string>>
  /** The text after it. */
  readonly rest: string
}

const maxLines = 200

/** Where the block is not closed, or a line of it is none of its kind, the text has none. */
export function splitFrontMatter(text: string): FrontMatter {
  const none = { values: {}, rest: text }
  const start = text.startsWith('\ufeff') ? text.slice(1) : text
  if (!/^---[ \t]*\n/u.test(start)) return none
  const lines = start.split('\n', maxLines)
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/u.test(line))
  if (end < 2) return none
  const values: Record<string, string> = {}
  for (const line of lines.slice(1, end)) {
    const match = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/u.exec(line)
    // Lists, nested values and comments belong to it and are passed over.
    if (match === null && !/^(?:[ \t]|-|#|$)/u.test(line)) return none
    const value = (match?.[2] ?? '').trim().replace(/^(["'])(.*)\1$/u, '$2')
    if (match?.[1] !== undefined && value !== '' && !/^[[{|>&*]/u.test(value)) values[match[1].toLowerCase()] ??= value
  }
  return { values, rest: lines.slice(end + 1).length === 0 ? '' : restAfter(start, end + 1) }
}

function restAfter(text: string, lines: number): string {
  let at = 0
  for (let line = 0; line < lines; line += 1) {
    const next = text.indexOf('\n', at)
    if (next === -1) return ''
    at = next + 1
  }
  return text.slice(at)
}
