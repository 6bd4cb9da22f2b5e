/** The texts of a language, ready to be said. */
import { type Catalogue, type LanguageTag, languages } from './languages.ts'
import { prepareMessage, type Sayable, takesArguments } from './message.ts'
import { pseudoLanguage, pseudoMessage } from './pseudo.ts'

/** A catalogue, or a part of one, with every message ready to be said. */
export type Said<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends string ? Sayable<Messages[Name]> : Said<Messages[Name]>
}

/** All that a person reads, in one language, by area. Handed down to whoever says something; there is no global one. */
export interface Texts extends Said<Catalogue> {
  readonly language: TextsTag
  /** For `Intl`: how numbers, dates and lists are written. */
  readonly locale: string
}

/** The languages there are texts in, and the pseudo-language of the tests. */
export type TextsTag = LanguageTag | typeof pseudoLanguage

/** For `Intl`. */
export function localeOf(tag: TextsTag): string {
  return languages[tag === pseudoLanguage ? 'en' : tag].locale
}

const prepared = new Map<TextsTag, Texts>()

/** The texts of a language; prepared once a process. */
export function textsIn(tag: TextsTag): Texts {
  const before = prepared.get(tag)
  if (before !== undefined) return before
  const isPseudo = tag === pseudoLanguage
  const { catalogue, locale } = languages[isPseudo ? 'en' : tag]
  const change = isPseudo ? pseudoMessage : null
  const texts = {
    language: tag,
    locale,
    ...(prepareGroup(catalogue, languages.en.catalogue, locale, change) as Said<Catalogue>),
  }
  prepared.set(tag, texts)
  return texts
}

/** Whether there are texts in what a person or a setting asks for. */
export function isTextsTag(tag: string): tag is TextsTag {
  return tag === pseudoLanguage || isLanguageTag(tag)
}

/** The language a story says it is told in: English where it says none, or one there are no texts in. */
export function textsTagOf(told: { readonly language?: string | undefined }): TextsTag {
  return told.language !== undefined && isTextsTag(told.language) ? told.language : 'en'
}

/** The language asked for by `STORYGLASS_LANGUAGE`; null where it asks for none there is. */
export function askedLanguage(env: Readonly<Record<string, string | undefined>>): TextsTag | null {
  const asked = env.STORYGLASS_LANGUAGE ?? ''
  return isTextsTag(asked) ? asked : null
}

/** The first of the system's languages that there are texts in; English where there is none. */
export function languageOfLocales(locales: readonly string[]): LanguageTag {
  for (const locale of locales) {
    const base = locale.split(/[-_.@]/u)[0]?.toLowerCase() ?? ''
    if (isLanguageTag(base)) return base
  }
  return 'en'
}

/** By `STORYGLASS_LANGUAGE`, else by the system's languages. */
export function languageOf(
  env: Readonly<Record<string, string | undefined>>,
  systemLocales: readonly string[] = [],
): TextsTag {
  return askedLanguage(env) ?? languageOfLocales(systemLocales)
}

function isLanguageTag(tag: string): tag is LanguageTag {
  return Object.hasOwn(languages, tag)
}

interface Group {
  readonly [name: string]: string | Group
}

type Change = Parameters<typeof prepareMessage>[2]

/** The same tree with its messages prepared, each group when it is first asked for. */
function prepareGroup(group: Group, english: Group, locale: string, change: Change): object {
  const said = {}
  for (const [name, entry] of Object.entries(group)) {
    let value: unknown
    Object.defineProperty(said, name, {
      enumerable: true,
      get() {
        value ??= prepareEntry(entry, english[name] ?? entry, locale, change)
        return value
      },
    })
  }
  return said
}

/** What is said with arguments in English is in every language, whether its text needs them or not. */
function prepareEntry(entry: string | Group, english: string | Group, locale: string, change: Change): unknown {
  if (typeof entry !== 'string')
    return prepareGroup(entry, typeof english === 'string' ? entry : english, locale, change)
  return prepareMessage(entry, locale, change, typeof english === 'string' && takesArguments(english))
}
