/** Columns that a person calls otherwise than their source: which names can be given, and a focus in other names. */
import { withColumns } from './condition.ts'
import type { Focus } from './focus.ts'
import { ConditionError, parseCondition } from './parse-condition.ts'
import { writeCondition } from './write-condition.ts'

/** Characters of a name that still can be read in a sentence and over a column. */
export const longestName = 80

/** Why a column cannot be called so. */
export type NameProblem = 'empty' | 'long' | 'taken'

/** As a name is kept: on one line, without blanks about it. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** `others`: what the other columns of the table are called. Names that differ by case alone are the same name. */
export function problemOfName(name: string, others: readonly string[]): NameProblem | null {
  const tidy = tidyName(name)
  if (tidy === '') return 'empty'
  if (tidy.length > longestName) return 'long'
  return others.some((other) => other.toLowerCase() === tidy.toLowerCase()) ? 'taken' : null
}

/** The columns of a table under the names they are told to have. */
export function namedAs<Column extends { readonly name: string }>(
  columns: readonly Column[],
  names: Readonly<Record<string, string>>,
): readonly { readonly column: Column; readonly name: string }[] {
  return columns.map((column) => ({ column, name: tidyName(names[column.name] ?? column.name) }))
}

/**
 * Every column by the name it is told to have, whichever of its two names was used. `sources`: the names of the columns
 * in the source, where they are known: a condition may then have them without quotes, and in any case.
 */
export function inToldNames<Told extends Focus>(focus: Told, sources: readonly string[] | null = null): Told {
  const names = new Map(Object.entries(focus.names ?? {}).map(([source, name]) => [source, tidyName(name)]))
  if (names.size === 0) return focus
  const told = new Set(names.values())
  const known = sources === null ? null : [...new Set([...told, ...sources])]
  return withNamesOf(focus, (name) => (told.has(name) ? name : (names.get(name) ?? name)), known)
}

/**
 * All that names a column but `names` itself, by other names. A condition that cannot be read stays as it is; `known`
 * are the names it may have, null for any.
 */
export function withNamesOf<Told extends Focus>(
  focus: Told,
  nameOf: (name: string) => string,
  known: readonly string[] | null = null,
): Told {
  const { orders, roles, types, units, missing, totals, where, ignore, compare, target, facts } = focus
  const condition = (text: string): string => renamedCondition(text, nameOf, known)
  return {
    ...focus,
    ...(orders === undefined ? {} : { orders: byName(orders, nameOf) }),
    ...(roles === undefined ? {} : { roles: byName(roles, nameOf) }),
    ...(types === undefined ? {} : { types: byName(types, nameOf) }),
    ...(units === undefined ? {} : { units: byName(units, nameOf) }),
    ...(missing === undefined ? {} : { missing: byName(missing, nameOf) }),
    ...(totals === undefined ? {} : { totals: condition(totals) }),
    ...(where === undefined ? {} : { where: condition(where) }),
    ...(ignore === undefined ? {} : { ignore: ignore.map(nameOf) }),
    ...(compare === undefined ? {} : { compare: comparedBy(compare, nameOf, condition) }),
    ...(target === undefined ? {} : { target: nameOf(target) }),
    ...(facts === undefined
      ? {}
      : {
          facts: {
            ...facts,
            ...(typeof facts.rowsOf === 'string' ? { rowsOf: nameOf(facts.rowsOf) } : {}),
            ...(typeof facts.assigned === 'string' ? { assigned: nameOf(facts.assigned) } : {}),
          },
        }),
  }
}

function comparedBy(
  compare: NonNullable<Focus['compare']>,
  nameOf: (name: string) => string,
  condition: (text: string) => string,
): NonNullable<Focus['compare']> {
  if (compare.by === 'groups') {
    const [first, second] = compare.groups
    return { ...compare, groups: [condition(first), condition(second)] }
  }
  return compare.column === undefined ? compare : { ...compare, column: nameOf(compare.column) }
}

function byName<Value>(said: Readonly<Record<string, Value>>, nameOf: (name: string) => string): Record<string, Value> {
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [nameOf(name), value]))
}

function renamedCondition(text: string, nameOf: (name: string) => string, known: readonly string[] | null): string {
  try {
    return writeCondition(withColumns(parseCondition(text, known), nameOf))
  } catch (error) {
    if (error instanceof ConditionError) return text
    throw error
  }
}
