/** The frame of a story, in every language. */
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { inLanguages, type Said } from '../../insights/words/word-book.ts'
import { de } from './de.ts'
import { en } from './en.ts'

const books = inLanguages({ de, en })

/** With the language it is in, by which numbers beside it are written. */
export type Frame = Said<typeof en> & { readonly language: TextsTag }

export const frame = {
  in: (language: TextsTag): Frame => ({ ...books.in(language), language }),
}
