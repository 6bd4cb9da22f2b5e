/** Text as it is compared where case and form do not matter. */

const ascii = /^[\x20-\x7e]*$/

/**
 * The same for texts that differ only in case or in how their characters are put together: `STRASSE`, `Straße`, `straße`;
 * `É` as one character or two; full-width letters. By way of upper case, as Unicode's full case folding has it, so that
 * part of a folded text is found in the whole.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return (
    text
      .normalize('NFKC')
      // The capital ẞ is its own upper case; its lower case has the two letters all others have.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .replaceAll(/i\u0307+/gu, 'i')
      .normalize('NFKC')
  )
}
