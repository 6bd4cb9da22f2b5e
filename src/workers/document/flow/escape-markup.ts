/** Text as it stands in markup, also within a quoted attribute. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => named[character] ?? character)
}
