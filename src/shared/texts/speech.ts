/** Texts whose language can change while those who hold them go on: each is said in the language of the moment. */
import { askedLanguage, languageOfLocales, type Texts, type TextsTag, textsIn } from './texts.ts'

export interface Speech {
  readonly texts: Texts
  /** Whether the language was asked for at the start, so that nothing remembered overrules it. */
  readonly isAsked: boolean
  speak(language: TextsTag): void
}

export function speechIn(first: TextsTag, isAsked: boolean): Speech {
  let current = textsIn(first)
  const texts = {}
  for (const name of Object.keys(current) as (keyof Texts)[]) {
    Object.defineProperty(texts, name, { enumerable: true, get: () => current[name] })
  }
  return {
    texts: texts as Texts,
    isAsked,
    speak: (language) => {
      current = textsIn(language)
    },
  }
}

/**
 * What a process speaks at its start: the language of `STORYGLASS_LANGUAGE`, else the first of the system's languages
 * that there are texts in, else English. `systemLocales`: as the system names them, `de_DE.UTF-8` or `de-DE`.
 */
export function speechOf(env: Readonly<Record<string, string | undefined>>, systemLocales: readonly string[]): Speech {
  const asked = askedLanguage(env)
  return speechIn(asked ?? languageOfLocales(systemLocales), asked !== null)
}
