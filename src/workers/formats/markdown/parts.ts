/** Cuts Markdown into parts that mean the same alone, so that a long text is rendered piece by piece. */

/** A part ends at the next heading after this many characters, else at the next plain paragraph, else at any empty line. */
const lengths = { heading: 64 * 1024, paragraph: 128 * 1024, line: 512 * 1024 }

/** Line starts that go on with what is before them: in a list, a quotation, code or a table. */
const goesOn = /^(?:[ \t]|[-*+>|]|\d{1,9}[.)])/u
const fence = /^ {0,3}(`{3,}|~{3,})/u
/** Markup that lasts over empty lines (CommonMark 0.31, 4.6, kinds 1 to 5), and what ends it. */
const lastingMarkup: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
  [/^ {0,3}<![A-Za-z]/u, />/u],
]

/** Names of tags that begin a block of markup, in which nothing is Markdown up to the next empty line (kind 6). */
const blockTags =
  `address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|
div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|
menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|
track|ul`.replaceAll('\n', '')
const blockMarkup = new RegExp(`^ {0,3}</?(?:${blockTags})(?:\\s|/?>|$)`, 'iu')
/** Any other tag alone on its line does the same, but not within a paragraph (kind 7). */
const tagAlone = /^ {0,3}(?:<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>)[ \t]*$/u
const emptyLine = /^[ \t]*$/u

/** Joined they are `text`. Definitions of links count for the whole text and are collected apart: `linkDefinitions`. */
export function* markdownParts(text: string): Generator<string, void, undefined> {
  let start = 0
  let at = 0
  let afterEmpty = true
  /** What ends the code or markup the line is in. */
  let until: RegExp | null = null
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    // Only the beginning of a line tells what it is; a picture within it may have millions of characters.
    const line = text.slice(at, Math.min(next, at + 2000)).replace(/\n$/u, '')
    if (until === null && afterEmpty && at > start && mayBegin(line, at - start)) {
      yield text.slice(start, at)
      start = at
    }
    if (until === null) until = opened(line, next - at > 2000 ? text.slice(at, next) : line, afterEmpty)
    else if (until.test(next - at > 2000 ? text.slice(at, next) : line)) until = null
    afterEmpty = line.trim() === ''
    at = next
  }
  if (start < text.length) yield text.slice(start)
}

function mayBegin(line: string, length: number): boolean {
  if (line.trim() === '') return false
  if (length >= lengths.line) return true
  if (length >= lengths.paragraph && !goesOn.test(line)) return true
  return length >= lengths.heading && /^#{1,6}[ \t]/u.test(line)
}

function opened(line: string, whole: string, afterEmpty: boolean): RegExp | null {
  const mark = fence.exec(line)?.[1]
  if (mark !== undefined) {
    // A line of back quotes with one of them further on is code within the line.
    if (mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`')) return null
    return new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`, 'u')
  }
  for (const [start, end] of lastingMarkup) {
    const found = start.exec(line)
    if (found !== null) return end.test(whole.slice(found[0].length - 1)) ? null : end
  }
  return blockMarkup.test(line) || (afterEmpty && tagAlone.test(line)) ? emptyLine : null
}

/** The lines that look like definitions of links, wherever they stand. */
export function linkDefinitions(text: string): string {
  return [...text.matchAll(/^ {0,3}\[[^\]\n]{1,999}\]:[^\n]{0,8000}$/gmu)].map(([line]) => line).join('\n\n')
}
