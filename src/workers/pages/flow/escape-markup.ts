/** Text as it stands in markup, also within a quoted attribute. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => named[character] ?? character)
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What `escapeMarkup` was given. */
export function unescapeMarkup(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => characters[entity] ?? entity)
}
