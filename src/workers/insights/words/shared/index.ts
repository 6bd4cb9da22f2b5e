/** What many kinds of statements say alike. */
import { inLanguages } from '../word-book.ts'
import { en } from './en.ts'

export const sharedWords = inLanguages({ en })
