/**
 * What is said of how a source was read, as the message and its arguments, so that it is formed in the language of
 * whoever reads it. What finds something notes it; stages say it, and keep the note beside its sentence.
 */
import { z } from 'zod'
import { listIn } from '../format/words.ts'
import type { Catalogue } from '../texts/languages.ts'
import type { ArgumentsOf } from '../texts/message.ts'
import type { Texts } from '../texts/texts.ts'

type Areas = Catalogue['notes']

/** `columns.padded`: area and name of a message of `notes`. */
export type NoteCode = {
  [Area in keyof Areas]: `${Area}.${keyof Areas[Area] & string}`
}[keyof Areas]

type MessageOf<Code extends NoteCode> = Code extends `${infer Area extends keyof Areas}.${infer Name}`
  ? Name extends keyof Areas[Area]
    ? Areas[Area][Name] & string
    : never
  : never

/** Notes one after another, with a semicolon between them; or as a list, with an “and” before the last. */
export type NoteArgument = string | number | Note | readonly Note[] | NoteList

export interface NoteList {
  readonly list: readonly (string | Note)[]
}

export interface Note {
  readonly code: NoteCode
  readonly given: Readonly<Record<string, NoteArgument>>
}

/** What a message counts or formats is a number; in the place of a text may stand a note. */
type GivenFor<Code extends NoteCode> = {
  readonly [Name in keyof ArgumentsOf<MessageOf<Code>>]: ArgumentsOf<MessageOf<Code>>[Name] extends number
    ? number
    : NoteArgument
}

/** As a list is said in the language: `a, b and c`. */
export function listOf(list: readonly (string | Note)[]): NoteList {
  return { list }
}

/** `note('columns.padded', { name: 'code', count: 3 })`; a message without arguments takes none. */
export function note<Code extends NoteCode>(
  code: Code,
  ...[given]: keyof ArgumentsOf<MessageOf<Code>> extends never ? [] : [GivenFor<Code>]
): Note {
  return { code, given: given ?? {} }
}

/** A list of names, each in the quotation marks of the language. */
export function quotedList(names: readonly string[]): NoteList {
  return listOf(names.map((name) => note('asked.quoted', { name })))
}

/** The first of the names as they stand, with commas between them, and how many more there are. */
export function firstOf(names: readonly string[], most: number): string | Note {
  const more = names.length - most
  const first = names.slice(0, most).join(', ')
  return more > 0 ? note('tables.andMore', { names: first, more }) : first
}

export function sayNote(texts: NoteTexts, { code, given }: Note): string {
  const message = messageOf(texts, code)
  if (typeof message === 'string') return message
  const said = Object.entries(given).map(([name, argument]) => [name, sayArgument(texts, argument)] as const)
  return message(Object.fromEntries(said))
}

function sayArgument(texts: NoteTexts, argument: NoteArgument): string | number {
  if (typeof argument === 'string' || typeof argument === 'number') return argument
  if (isSeveral(argument)) return argument.map((one) => sayNote(texts, one)).join('; ')
  if (!('list' in argument)) return sayNote(texts, argument)
  return listIn(
    texts.locale,
    argument.list.map((one) => (typeof one === 'string' ? one : sayNote(texts, one))),
  )
}

function isSeveral(argument: Note | NoteList | readonly Note[]): argument is readonly Note[] {
  return Array.isArray(argument)
}

type NoteTexts = Pick<Texts, 'notes' | 'locale'>

type Message = string | ((given: Readonly<Record<string, string | number>>) => string)

function messageOf({ notes }: NoteTexts, code: NoteCode): Message {
  const [area = '', name = ''] = code.split('.')
  const areas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = notes
  return areas[area]?.[name] as Message
}

const listSchema: z.ZodType<NoteList> = z.lazy(() => z.object({ list: z.array(z.union([z.string(), noteSchema])) }))

/** A note of a code that this version knows; what a later one noted is told by its sentence alone. */
export const noteSchema: z.ZodType<Note> = z.lazy(() =>
  z.object({
    code: z.string() as unknown as z.ZodType<NoteCode>,
    given: z.record(z.string(), z.union([z.string(), z.number(), noteSchema, z.array(noteSchema), listSchema])),
  }),
)

/** The same, or the sentence in which an older version left it. */
export const noteOrSentenceSchema = z.preprocess(
  (told) => (typeof told === 'string' ? note('tables.asSaid', { text: told }) : told),
  noteSchema,
)

/** Something with notes, and with more of them, said in a language and as they are. */
export function withNotes<
  Told extends { readonly notes: readonly string[]; readonly noted?: readonly Note[] | undefined },
>(texts: NoteTexts, told: Told, more: readonly Note[]): Told & { notes: string[]; noted: Note[] } {
  return {
    ...told,
    notes: [...told.notes, ...more.map((one) => sayNote(texts, one))],
    noted: [...(told.noted ?? []), ...more],
  }
}
