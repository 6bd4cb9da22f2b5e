/**
 * Words by language. A book's messages are ICU texts whose arguments are phrases, so that a stated number keeps its
 * evidence wherever a language puts it; several ways to say the same are a list under one key.
 */
import type { LanguageTag } from '../../../shared/texts/languages.ts'
import { type ParsedMessage, parseMessage } from '../../../shared/texts/message.ts'
import { type GivenPieces, type PiecesFor, piecesOf, type UnknownPieces } from '../../../shared/texts/pieces.ts'
import { pseudoLanguage, pseudoMessage } from '../../../shared/texts/pseudo.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import { type Phrase, phraseOf } from './phrase.ts'

/** Messages by name, in groups where there are many. */
export interface Messages {
  readonly [name: string]: string | readonly [string, ...string[]] | Messages
}

/** A message ready to be said: a phrase, or a function of its arguments. */
export type Saying<Text extends string> = keyof PiecesFor<Text, Phrase> extends never
  ? Phrase
  : (given: PiecesFor<Text, Phrase>) => Phrase

/** The same messages ready to be said. */
export type Said<Book> = {
  readonly [Name in keyof Book]: Book[Name] extends string ? Saying<Book[Name]> : Said<Book[Name]>
}

export interface WordBook<English> {
  in(language: TextsTag): Said<English>
}

/**
 * What a language has to bring: every message of the English book, none with an argument the English one is not given,
 * and of lists at least one way. Ways may be more or fewer: what is natural to vary differs between languages.
 */
type Translation<From, To> = {
  readonly [Name in keyof From]: Name extends keyof To
    ? From[Name] extends string
      ? To[Name] extends string
        ? TranslatedMessage<From[Name], To[Name]>
        : string
      : From[Name] extends readonly string[]
        ? To[Name] extends readonly [string, ...string[]]
          ? TranslatedWays<From[Name][number], To[Name]>
          : readonly [string, ...string[]]
        : Translation<From[Name], To[Name]>
    : From[Name]
}

/** A text whose type is no more than `string` cannot be checked: a book is written `as const`. */
type TranslatedMessage<From extends string, To> = string extends To
  ? { readonly isAsConst: true }
  : To extends string
    ? UnknownPieces<From, To> extends never
      ? To
      : { readonly unknownArguments: UnknownPieces<From, To> }
    : string

type TranslatedWays<From extends string, Ways extends readonly string[]> = {
  readonly [Way in keyof Ways]: TranslatedMessage<From, Ways[Way]>
}

/** The English book tells the others; one that is missing is an error where the books are listed, and nowhere else. */
type BooksWith<All extends { readonly en: Messages }> = {
  readonly [Tag in LanguageTag | keyof All]: Tag extends keyof All ? Translation<All['en'], All[Tag]> : Messages
}

/** One book in every language there is. */
export function inLanguages<const All extends { readonly en: Messages }>(
  books: All & BooksWith<All>,
): WordBook<All['en']> {
  const prepared = new Map<TextsTag, Said<All['en']>>()
  return {
    in(language) {
      const before = prepared.get(language)
      if (before !== undefined) return before
      const isPseudo = language === pseudoLanguage
      const tag = isPseudo ? 'en' : language
      const spoken = books as Readonly<Record<string, Messages>>
      const said = prepare(spoken[tag] ?? books.en, books.en, localeOf(tag), isPseudo ? pseudoMessage : asItIs) as Said<
        All['en']
      >
      prepared.set(language, said)
      return said
    },
  }
}

/** As an option of a message is called, by letters and underscores: `half_year`. */
export function option(text: string): string {
  return text.replaceAll(/[ -]/g, '_')
}

const asItIs = (message: ParsedMessage): ParsedMessage => message

/** Each message is parsed when it is first said. What takes arguments in English is a function in every language. */
function prepare(book: Messages, english: Messages, locale: string, change: typeof asItIs): object {
  const said = {}
  for (const [name, entry] of Object.entries(book)) {
    const first = english[name]
    let value: unknown
    Object.defineProperty(said, name, {
      enumerable: true,
      get() {
        value ??= prepared(entry, first)
        return value
      },
    })
  }
  return said

  function prepared(entry: Messages[string], inEnglish: Messages[string] | undefined): unknown {
    if (typeof entry === 'string') return sayingOf(entry, takesArguments(inEnglish), locale, change)
    if (isWays(entry)) return entry.map((way) => sayingOf(way, takesArguments(inEnglish), locale, change))
    return prepare(entry, isGroup(inEnglish) ? inEnglish : entry, locale, change)
  }
}

function takesArguments(message: Messages[string] | undefined): boolean {
  if (message === undefined || isGroup(message)) return false
  return (isWays(message) ? message[0] : message).includes('{')
}

function isWays(entry: Messages[string]): entry is readonly [string, ...string[]] {
  return Array.isArray(entry)
}

function isGroup(entry: Messages[string] | undefined): entry is Messages {
  return typeof entry === 'object' && !isWays(entry)
}

function sayingOf(text: string, isFunction: boolean, locale: string, change: typeof asItIs) {
  const message = change(parseMessage(text))
  const say = (given: GivenPieces<Phrase>): Phrase => phraseOf(piecesOf(message, locale, given))
  return isFunction ? say : say({})
}
