/** What every process knows of a kind of file that is read. What needs the file itself is in `src/workers/formats`. */

interface Format {
  /** In a word or two, for figures. A catalogue may have a word of its language for it: `metrics.kinds`. */
  readonly title: string
  /** As it is named among all that is read, the usual name first; a kind may go by two. */
  readonly names: readonly [string, ...string[]]
  /** The same with the ending, where a program's name alone leaves it open which of its files are meant. */
  readonly namesWithEndings?: readonly string[]
  /** In lower case, without the dot, the usual one first: offered in dialogs, and they promise this kind. None where content alone tells it. */
  readonly endings: readonly string[]
  /** MIME types, the usual one first. */
  readonly types: readonly string[]
  /** Endings and types such files are also given, though they promise this kind no more than another. */
  readonly alsoGiven?: { readonly endings?: readonly string[]; readonly types?: readonly string[] }
  /** Plain text may have any ending that promises no other kind. */
  readonly isPlainText: boolean
  /** What an installed Storyglass offers to open, under this name; null for kinds that have a program on every system. */
  readonly association: { readonly name: string; readonly endings: readonly string[] } | null
}

/** Told as a story: read into tables. */
export interface TableFormat extends Format {
  readonly pipeline: 'story'
  /** Whether a protected file can be opened with its password; left out where it cannot. */
  readonly takesPassword?: true
}

/** Opened for reading, page by page. */
export interface DocumentFormat extends Format {
  readonly pipeline: 'document'
  /** `own`: drawn as the file sets them, and read one by one. `flowed`: made here, of a text without pages. */
  readonly pages: 'own' | 'flowed'
  /** Whether a protected file can be opened with its password. */
  readonly takesPassword: boolean
}

export type FormatDefinition = TableFormat | DocumentFormat
