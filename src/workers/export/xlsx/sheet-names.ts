/** Names of sheets as Excel takes them: no more than 31 characters, none of a few signs, no name twice. */

const longest = 31
/** Taken by Excel for itself. */
const reserved = new Set(['history'])

export class SheetNames {
  readonly #taken = new Set(reserved)

  /** `wanted`, changed as little as it must be. */
  free(wanted: string): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    const clean = wanted.replace(/[[\]:*?/\\\u0000-\u001f]/gu, ' ').replace(/\s+/gu, ' ')
    const base = clean.trim().replace(/^'+|'+$/gu, '') || 'Sheet'
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` (${number})`
      const name = `${cut(base, longest - ending.length)}${ending}`
      const key = name.toLocaleLowerCase('en')
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return name
    }
  }
}

/** To so many UTF-16 units, no character broken, no apostrophe or space left at the end. */
function cut(text: string, units: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > units) break
    kept += character
  }
  return kept.replace(/['\s]+$/gu, '')
}
