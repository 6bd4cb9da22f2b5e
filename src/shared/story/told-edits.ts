/** Small changes of what is told of a source, each giving the whole anew: nothing told is left as nothing, not as empty. */

import type { Condition } from './condition.ts'
import { allOf } from './condition-parts.ts'
import type { DeclaredFacts } from './declared-facts.ts'
import type { Focus } from './focus.ts'
import type { ReadingOptions } from './reading.ts'
import type { ToldOptions } from './version.ts'
import { writeCondition } from './write-condition.ts'

/** Changes what is told, as a function of what was told before. */
export type ChangeTold = (change: (told: ToldOptions) => ToldOptions) => void

/** Sayings by column name. */
type ByColumn = 'names' | 'orders' | 'roles' | 'types' | 'units' | 'missing'
type SaidOf<Key extends ByColumn> = NonNullable<Focus[Key]>[string]

/** Null takes back what was said of the column. */
export function withSaid<Key extends ByColumn>(
  told: ToldOptions,
  key: Key,
  column: string,
  value: SaidOf<Key> | null,
): ToldOptions {
  const { [column]: _before, ...others } = (told.focus?.[key] ?? {}) as Record<string, SaidOf<Key>>
  const said = value === null ? others : { ...others, [column]: value }
  return withFocus(told, { [key]: Object.keys(said).length === 0 ? undefined : said })
}

export function withTarget(told: ToldOptions, column: string | null): ToldOptions {
  return withFocus(told, { target: column ?? undefined })
}

/** Two groups or periods to compare; null for none. */
export function withCompared(told: ToldOptions, compare: Focus['compare'] | null): ToldOptions {
  return withFocus(told, { compare: compare ?? undefined })
}

export function withIgnored(told: ToldOptions, column: string, ignored: boolean): ToldOptions {
  const others = (told.focus?.ignore ?? []).filter((name) => name !== column)
  const ignore = ignored ? [...others, column] : others
  return withFocus(told, { ignore: ignore.length === 0 ? undefined : ignore })
}

/** `parts` all have to hold. */
export function withConditions(told: ToldOptions, parts: readonly Condition[]): ToldOptions {
  const condition = allOf(parts)
  return withFocus(told, { where: condition === null ? undefined : writeCondition(condition) })
}

/** Rows that are totals of others; null for none. */
export function withTotals(told: ToldOptions, condition: Condition | null): ToldOptions {
  return withFocus(told, { totals: condition === null ? undefined : writeCondition(condition) })
}

/** Undefined takes back what was declared. */
export function withFact<Key extends keyof DeclaredFacts>(
  told: ToldOptions,
  key: Key,
  value: DeclaredFacts[Key] | undefined,
): ToldOptions {
  const facts = defined({ ...told.focus?.facts, [key]: value })
  return withFocus(told, { facts: Object.keys(facts).length === 0 ? undefined : facts })
}

/** Undefined takes back what was said. */
export function withReading<Key extends keyof ReadingOptions>(
  told: ToldOptions,
  key: Key,
  value: ReadingOptions[Key] | undefined,
): ToldOptions {
  const { reading, ...rest } = told
  const changed = defined({ ...reading, [key]: value })
  return Object.keys(changed).length === 0 ? rest : { ...rest, reading: changed }
}

type Changes = { readonly [Key in keyof Focus]: Focus[Key] | undefined }

export function withFocus({ focus, ...rest }: ToldOptions, changes: Changes): ToldOptions {
  const changed = defined({ ...focus, ...changes })
  return Object.keys(changed).length === 0 ? rest : { ...rest, focus: changed }
}

/** Without the keys that hold nothing. */
function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>
  }
}
