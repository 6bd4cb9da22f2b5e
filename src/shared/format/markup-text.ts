/** Text as it stands in HTML and XML: between tags, or within a quoted attribute. */

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Between tags, and within attributes set in double quotes; gives the text back by `unescapeMarkup`. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => named[character] ?? character)
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What `escapeMarkup` was given. */
export function unescapeMarkup(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => characters[entity] ?? entity)
}

/** For pages written for others: also within single quotes, and without the control characters HTML cannot hold. */
export function escapeHtml(text: string): string {
  return escapeMarkup(withoutControls(text)).replaceAll("'", '&#39;')
}

/** Control characters but for tabs and line ends as U+FFFD. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '\uFFFD')
}
