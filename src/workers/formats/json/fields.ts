/** What was met under each name of the records of a file: a tree, since a value may be an object with names of its own. */

/** Objects within objects are taken apart down to here; what lies deeper is kept as text. */
const maxLevels = 5
/** An object of so many names is a table or an index of its own, and kept as text. */
const maxNamesBelow = 500
/** Names of the records themselves. */
export const maxNames = 20_000

export class Field {
  readonly key: string
  readonly keyBytes: Buffer
  readonly parent: Field | null
  /** Place among the fields of its parent, in the order in which they were first met. */
  readonly place: number
  readonly level: number
  readonly children: Field[] = []
  readonly #byKey = new Map<string, Field>()
  /** How many values of each kind. */
  texts = 0
  plain = 0
  objects = 0
  lists = 0
  /** Number of the record it was last met in. */
  lastRecord = -1
  /** Its name stood twice in the same object. */
  repeats = 0
  /** An object is kept as text rather than taken apart. */
  whole: boolean
  /** Where its text goes in a row of cells; none while only the structure is looked at. */
  cell = -1
  /** Different texts met in it, where they decide how others are read. */
  readonly watched: Set<string> | null

  constructor(key: string, parent: Field | null, watchedPath: readonly string[] = []) {
    this.key = key
    this.keyBytes = Buffer.from(key, 'utf8')
    this.parent = parent
    this.place = parent?.children.length ?? 0
    this.level = parent === null ? 0 : parent.level + 1
    this.whole = this.level >= maxLevels
    const [next, ...rest] = watchedPath
    this.watched = parent !== null && next === key && rest.length === 0 ? new Set() : null
    this.#watchedBelow = parent === null ? watchedPath : next === key ? rest : []
  }

  readonly #watchedBelow: readonly string[]

  get path(): readonly string[] {
    return this.parent === null ? [] : [...this.parent.path, this.key]
  }

  /** Null where there are too many names for it to be taken apart. */
  child(key: string): Field | null {
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    if (this.children.length >= (this.level === 0 ? maxNames : maxNamesBelow)) return null
    const child = new Field(key, this, this.#watchedBelow)
    this.children.push(child)
    this.#byKey.set(key, child)
    return child
  }
}

/** Those that are columns, in the order of the file: an object gives way to its fields. */
export function leavesOf(root: Field): Field[] {
  return root.children.flatMap((field) => (isTakenApart(field) ? leavesOf(field) : [field]))
}

/** Every value of it that is not null is an object. */
export function isTakenApart(field: Field): boolean {
  return (
    !field.whole &&
    field.objects > 0 &&
    field.lists === 0 &&
    field.plain === 0 &&
    field.texts === 0 &&
    field.children.length > 0
  )
}
