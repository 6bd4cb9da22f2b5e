/** The language of a terminal: the one a command was given, else that of `STORYGLASS_LANGUAGE`, else the system's. */
import { type Speech, speechIn, speechOf } from '../shared/texts/speech.ts'
import { languageOf, type Texts, type TextsTag, textsIn } from '../shared/texts/texts.ts'

let asked: TextsTag | null = null

/** From here on the process says and tells everything in it. */
export function speakOnTerminal(language: TextsTag | undefined): void {
  asked = language ?? null
}

export function terminalTexts(): Texts {
  return textsIn(asked ?? languageOf(process.env, systemLocales()))
}

/** For a window, in which another language can be chosen. */
export function windowSpeech(): Speech {
  return asked === null ? speechOf(process.env, systemLocales()) : speechIn(asked, true)
}

/** In the order POSIX has them; a system without them is asked through `Intl`. */
function systemLocales(): string[] {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const first = [LC_ALL, LC_MESSAGES, LANG].find((locale) => locale !== undefined && locale !== '')
  return [first ?? new Intl.DateTimeFormat().resolvedOptions().locale]
}
