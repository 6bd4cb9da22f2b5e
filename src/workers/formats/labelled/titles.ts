/** What the columns of a file with labels are called. */
import { type Note, note } from '../../../shared/story/note.ts'

/** A label beyond this is a question asked in full, and no name. */
const longestTitle = 80
/** Names that the note gives with their labels. */
const namesTold = 8

interface Labelled {
  readonly name: string
  readonly label: string
}

/**
 * By its label, as the programs' own tables call a column, where it has one that is short enough and that no other column
 * has; else by its name.
 */
export function titlesOf(columns: readonly Labelled[]): { names: string[]; notes: Note[] } {
  const labels = columns.map(({ label }) => label.replaceAll(/\s+/gu, ' ').trim())
  const uses = new Map<string, number>()
  for (const title of [...labels, ...columns.map(({ name }) => name)]) {
    const key = title.toLowerCase()
    uses.set(key, (uses.get(key) ?? 0) + 1)
  }
  const fits = (label: string, name: string): boolean => {
    const others = label.toLowerCase() === name.toLowerCase() ? 2 : 1
    return label !== '' && label.length <= longestTitle && (uses.get(label.toLowerCase()) ?? 0) <= others
  }
  const names = columns.map(({ name }, index) => {
    const label = labels[index] ?? ''
    return fits(label, name) ? label : name
  })
  const renamed = columns.flatMap(({ name }, index) => (names[index] === name ? [] : [`${name} (${names[index]})`]))
  if (renamed.length === 0) return { names, notes: [] }
  const pairs = renamed.slice(0, namesTold).join(', ')
  const more = renamed.length - namesTold
  const told = more > 0 ? note('labelled.byLabelAndMore', { pairs, more }) : note('labelled.byLabel', { pairs })
  return { names, notes: [told] }
}
