/** The language a person chose in a window, remembered in the library; until then the one the engine was started in. */
import type { LanguageTag } from '../../shared/texts/languages.ts'
import type { Speech } from '../../shared/texts/speech.ts'
import { isTextsTag, type TextsTag } from '../../shared/texts/texts.ts'
import type { Library } from '../store/library.ts'
import { readSetting, writeSetting } from '../store/settings.ts'

const key = 'language'

export class ChosenLanguage {
  readonly #library: Library
  readonly #speech: Speech

  constructor(library: Library, speech: Speech) {
    this.#library = library
    this.#speech = speech
    const chosen = readSetting(library, key)
    if (!speech.isAsked && typeof chosen === 'string' && isTextsTag(chosen)) speech.speak(chosen)
  }

  get current(): TextsTag {
    return this.#speech.texts.language
  }

  /** What is said and told from here on is in it; what was told before stays as it is. */
  choose(language: LanguageTag): void {
    writeSetting(this.#library, key, language)
    this.#speech.speak(language)
  }
}
