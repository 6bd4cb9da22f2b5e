/** The languages Storyglass speaks. A new one is a folder beside `en/` and a line in `languages`. */
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import type { ArgumentsOf } from './message.ts'

/** English is written first: its keys are the keys of every language. */
type English = typeof en

/**
 * What a language has to bring: every message of the English catalogue, and in it no argument the English one is not
 * given. A message that is missing, or that asks for something else, is a type error.
 */
type Translation<From, To> = {
  readonly [Name in keyof From]: Name extends keyof To
    ? From[Name] extends string
      ? To[Name] extends string
        ? [keyof ArgumentsOf<To[Name]>] extends [keyof ArgumentsOf<From[Name]>]
          ? To[Name]
          : { readonly unknownArguments: Exclude<keyof ArgumentsOf<To[Name]>, keyof ArgumentsOf<From[Name]>> }
        : string
      : Translation<From[Name], To[Name]>
    : From[Name]
}

interface Language<Messages> {
  readonly catalogue: Messages
  /** For `Intl`. */
  readonly locale: string
  /** What the language calls itself. */
  readonly name: string
}

function language<const Messages>(
  name: string,
  locale: string,
  catalogue: Messages & Translation<English, Messages>,
): Language<English> {
  // Checked above message by message; the texts themselves are the language's own.
  return { name, locale, catalogue: catalogue as unknown as English }
}

export const languages = {
  en: language('English', 'en-GB', en),
  de: language('Deutsch', 'de', de),
} as const

export type Catalogue = English
export type LanguageTag = keyof typeof languages

/** In the order they are offered. */
export const languageTags = Object.keys(languages) as readonly LanguageTag[]
