/** One message of a catalogue: an ICU text, its arguments read from the text by the type checker, and how it is said. */
import type { GetICUArgs } from '@schummar/icu-type-parser'
import { IntlMessageFormat } from 'intl-messageformat'

type Argument = string | number

/** The arguments of an ICU message, by name: a number where it is counted or formatted, else a number or a text. */
export type ArgumentsOf<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: Argument; ICUNumberArgument: number; ICUDateArgument: Date | number }
>

/** A message with arguments. `parts` gives it in pieces, for arguments that are not text, such as elements of a page. */
export interface Phrase<Arguments> {
  (given: Arguments): string
  readonly parts: <Piece extends object>(
    given: { readonly [Name in keyof Arguments]: Arguments[Name] | Piece },
  ) => readonly (string | Piece)[]
}

/** What a message becomes for those who say it: plain text, or a function of its arguments. */
export type Sayable<Text extends string> = keyof ArgumentsOf<Text> extends never ? string : Phrase<ArgumentsOf<Text>>

/** The parsed form of a message, as `intl-messageformat` gives and takes it. */
export type ParsedMessage = ReturnType<IntlMessageFormat['getAst']>

/** Tags such as `<b>` are ordinary text: pieces of a page come in as arguments. */
const asWritten = { ignoreTag: true }

export function parseMessage(text: string): ParsedMessage {
  return new IntlMessageFormat(text, 'en', undefined, asWritten).getAst()
}

/** Whether a message is said with arguments. */
export function takesArguments(text: string): boolean {
  return text.includes('{')
}

/** A text without any of these is the same in ICU's notation as in plain. */
const notation = /[{}']/u

/**
 * Prepares a message for a locale. `change` rewrites its parsed form (the pseudo-language does). `isAsked` is whether it is
 * said with arguments even if the text has none, as its English text may have. A message is parsed when it is first said,
 * and once.
 */
export function prepareMessage(
  text: string,
  locale: string,
  change: ((parsed: ParsedMessage) => ParsedMessage) | null,
  isAsked = takesArguments(text),
): string | Phrase<Record<string, Argument | Date>> {
  if (change === null && !isAsked && !notation.test(text)) return text
  const format = (): IntlMessageFormat => {
    const parsed = parseMessage(text)
    return new IntlMessageFormat(change === null ? parsed : change(parsed), locale, undefined, asWritten)
  }
  if (!isAsked) return String(format().format())
  let prepared: IntlMessageFormat | null = null
  const ready = (): IntlMessageFormat => {
    prepared ??= format()
    return prepared
  }
  return Object.assign((given: Record<string, Argument | Date>) => String(ready().format(given)), {
    parts: <Piece extends object>(given: Record<string, Argument | Date | Piece>): readonly (string | Piece)[] => {
      const said = ready().format<Piece>(given)
      return Array.isArray(said) ? said : [said]
    },
  })
}
