/** What many kinds of statements say alike. */
import { inLanguages } from '../word-book.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export const sharedWords = inLanguages({ de, en })
