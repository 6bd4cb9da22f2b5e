/** Tells Markdown from other text where no name does. */

const marks: readonly RegExp[] = [
  // A heading of either form.
  /^#{1,6} [^#\s]/mu,
  /^[^\s#>\-*].{0,200}\n(?:={3,}|-{3,})[ \t]*$/mu,
  // Code between fences.
  /^(?:```|~~~)[\w-]*[ \t]*$/mu,
  // A link or an image.
  /!?\[[^\]\n]{1,200}\]\([^)\s]{1,1000}\)/u,
  // Emphasis within a line, and a list of it.
  /(?:^|[\s(])\*\*[^\s*][^*\n]{0,200}\*\*(?:[\s.,;:!?)]|$)/mu,
  /^[ \t]{0,3}[-*] (?:\*\*|`|\[)/mu,
]

/** Two marks of it that are rare elsewhere, one of them a link or fenced code; a script has headings, too: its comments. */
export function looksLikeMarkdown(text: string): boolean {
  if (text.startsWith('#!')) return false
  const found = marks.map((mark) => mark.test(text))
  return (found[2] === true || found[3] === true) && found.filter(Boolean).length >= 2
}
