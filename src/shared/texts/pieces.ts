/** A message whose arguments are more than their text, in pieces: each argument stays what it is, wherever it stands. */
import { TYPE } from '@formatjs/icu-messageformat-parser'
import type { ParsedMessage } from './message.ts'

/** An argument that can be counted by, so that the words around it agree with its number. */
export interface Counted {
  readonly count: number
}

/**
 * The arguments of a message as pairs of a name and its use (`text`, `select`, `plural`), found brace by brace. Between
 * braces is text, an argument, or the text of one of an argument's options, in turn.
 */
type InText<Text extends string, Found> = Text extends `${infer Left}{${infer Right}`
  ? Left extends `${string}}${infer Rest}`
    ? InArgument<`${Rest}{${Right}`, Found>
    : Opened<Right, Found>
  : Found

type Opened<Text extends string, Found> = Text extends `${infer Head}}${infer Tail}`
  ? Head extends `${infer Name}, ${infer Use},${string}`
    ? Text extends `${string}{${infer Body}`
      ? InText<Body, Found | readonly [Name, Use]>
      : Found
    : InText<Tail, Found | readonly [Head, 'text']>
  : Found

type InArgument<Text extends string, Found> = Text extends `${infer Left}{${infer Right}`
  ? Left extends `${string}}${infer Rest}`
    ? InText<`${Rest}{${Right}`, Found>
    : InText<Right, Found>
  : Found

type UsesIn<Text extends string> = InText<Text, never>

type GivenFor<Use, Piece> = 'plural' extends Use ? Piece & Counted : 'select' extends Use ? string | boolean : Piece

/** What a message must be given: a piece for what it writes, one with its count for a plural, a word to select by. */
export type PiecesFor<Text extends string, Piece> = {
  readonly [Name in UsesIn<Text>[0]]: GivenFor<Extract<UsesIn<Text>, readonly [Name, unknown]>[1], Piece>
}

/** Arguments that `To` asks for, or asks for a count of, though what `From` is given has none. */
export type UnknownPieces<From extends string, To extends string> = Exclude<
  UsesIn<To>,
  | UsesIn<From>
  | (UsesIn<From> extends infer Use
      ? Use extends readonly [infer Name, 'plural']
        ? readonly [Name, 'text']
        : never
      : never)
>[0]

/** By name; a text or a truth value is only selected by, and never written. */
export type GivenPieces<Piece> = Readonly<Record<string, (Piece & Partial<Counted>) | string | boolean>>

/** @throws Error where a message asks for what it was not given, or would write a number itself. */
export function piecesOf<Piece extends object>(
  message: ParsedMessage,
  locale: string,
  given: GivenPieces<Piece>,
): readonly (string | Piece)[] {
  return inPieces<Piece>(message, locale, given, null)
}

/** `counted` is the argument that `#` stands for. */
function inPieces<Piece extends object>(
  message: ParsedMessage,
  locale: string,
  given: GivenPieces<Piece>,
  counted: Piece | null,
): readonly (string | Piece)[] {
  return message.flatMap((part): readonly (string | Piece)[] => {
    switch (part.type) {
      case TYPE.literal:
        return [part.value]
      case TYPE.argument:
        return [pieceCalled<Piece>(part.value, given)]
      case TYPE.pound:
        if (counted === null) throw new Error('A message has “#” outside a plural')
        return [counted]
      case TYPE.select: {
        const option = part.options[String(given[part.value])] ?? part.options.other
        return option === undefined ? [] : inPieces<Piece>(option.value, locale, given, counted)
      }
      case TYPE.plural: {
        const piece = pieceCalled<Piece>(part.value, given)
        const { count } = piece as Partial<Counted>
        if (count === undefined) throw new Error(`The argument “${part.value}” of a message has no count`)
        const option = part.options[`=${count}`] ?? part.options[pluralOf(locale).select(count)] ?? part.options.other
        return option === undefined ? [] : inPieces<Piece>(option.value, locale, given, piece)
      }
      default:
        throw new Error('A message in pieces writes no number, date or tag of its own')
    }
  })
}

function pieceCalled<Piece extends object>(name: string, given: GivenPieces<Piece>): Piece {
  const piece = given[name]
  if (piece === undefined || typeof piece === 'string' || typeof piece === 'boolean')
    throw new Error(`A message was not given what it calls “${name}”`)
  return piece
}

const plurals = new Map<string, Intl.PluralRules>()

function pluralOf(locale: string): Intl.PluralRules {
  const known = plurals.get(locale) ?? new Intl.PluralRules(locale)
  plurals.set(locale, known)
  return known
}
