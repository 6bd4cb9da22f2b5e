/** The texts of the language the page is marked with: `<html lang>`, which the window sets when it changes. */
import { isTextsTag, type Texts, textsIn } from '../../shared/texts/texts.ts'

export function pageTexts(): Texts {
  const tag = globalThis.document?.documentElement.lang ?? 'en'
  return textsIn(isTextsTag(tag) ? tag : 'en')
}
