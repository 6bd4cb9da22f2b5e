/** Names for columns and tables that can be told apart. */
import { type Note, note } from '../../../shared/story/note.ts'

export interface UniqueNames {
  readonly names: string[]
  readonly notes: Note[]
}

/** A query ends at a zero byte, so that a name with one could not be asked for. */
function plainName(raw: string): string {
  return raw.replaceAll('\0', '').trim()
}

/**
 * Keeps every name as it stands unless it is empty or repeats an earlier one (whatever the case of its letters, as SQL
 * sees names), and says what was changed.
 */
export function uniqueNames(given: readonly string[]): UniqueNames {
  const taken = new Set<string>()
  const reserved = new Set(given.map((name) => plainName(name).toLowerCase()))
  /** By repeated name, the suffix to try next: thousands of columns may have one name. */
  const suffixes = new Map<string, number>()
  const notes: Note[] = []
  const names = given.map((raw, index) => {
    const name = plainName(raw)
    if (name !== '' && !taken.has(name.toLowerCase())) {
      taken.add(name.toLowerCase())
      return name
    }
    const stem = name === '' ? 'column' : name
    let suffix = name === '' ? index + 1 : (suffixes.get(stem.toLowerCase()) ?? 2)
    const candidate = (): string => `${stem}_${suffix}`
    while (taken.has(candidate().toLowerCase()) || reserved.has(candidate().toLowerCase())) suffix += 1
    const chosen = candidate()
    if (name !== '') suffixes.set(stem.toLowerCase(), suffix + 1)
    taken.add(chosen.toLowerCase())
    if (notes.length < 20) {
      const place = index + 1
      notes.push(
        name === '' ? note('columns.noName', { place, chosen }) : note('columns.repeatedName', { place, name, chosen }),
      )
    }
    return chosen
  })
  return { names, notes }
}

/** `wanted`, in small letters, or with the first number that is free; it is then among `taken`, which are in small letters. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`
  taken.add(name)
  return name
}
