/** Choosing a language: of the whole program, and of one story. */
import { create } from 'zustand'
import type { LanguageTag } from '../../shared/texts/languages.ts'
import { ask } from '../bridge/engine.ts'
import { storyTold } from '../queries/stories.ts'
import { speak } from './language.ts'
import { notifyOfFailure } from './notices.ts'

/** Of everything said from here on; other windows follow by an event. */
export async function chooseLanguage(language: LanguageTag): Promise<void> {
  const result = await ask('app/set-language', { language })
  if (result.ok) speak(language)
  else notifyOfFailure(result.failure)
}

const translating = create<{ readonly id: string | null }>()(() => ({ id: null }))

/** Whether the story is being told in another language. */
export function useTranslating(id: string): boolean {
  return translating((state) => state.id === id)
}

export async function translateStory(id: string, language: LanguageTag): Promise<void> {
  if (translating.getState().id !== null) return
  translating.setState({ id })
  const result = await ask('stories/translate', { id, language })
  translating.setState({ id: null })
  if (result.ok) storyTold(result.output.story)
  else notifyOfFailure(result.failure)
}
