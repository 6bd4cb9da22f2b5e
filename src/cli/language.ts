/** The language of a terminal: that of `STORYGLASS_LANGUAGE`. */
import { languageOf, type Texts, textsIn } from '../shared/texts/texts.ts'

export function terminalTexts(): Texts {
  return textsIn(languageOf(process.env))
}
