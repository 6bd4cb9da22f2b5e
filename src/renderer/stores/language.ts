/** The language the window speaks: English until the engine has said which one was asked for. */
import { create } from 'zustand'
import { isTextsTag, type Texts, textsIn } from '../../shared/texts/texts.ts'

interface LanguageState {
  readonly texts: Texts
}

const useLanguage = create<LanguageState>()(() => ({ texts: textsIn('en') }))

/** For components, which are drawn anew when the language changes. */
export function useTexts(): Texts {
  return useLanguage((state) => state.texts)
}

/** For what is said once, such as a notice: the language of this moment. */
export function currentTexts(): Texts {
  return useLanguage.getState().texts
}

/** The page is marked with its language, for screen readers and for the bridge. */
export function speak(tag: string): void {
  if (!isTextsTag(tag)) return
  useLanguage.setState({ texts: textsIn(tag) })
  if (globalThis.document !== undefined) document.documentElement.lang = tag
}
