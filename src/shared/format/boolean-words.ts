/**
 * The words in which a file says yes and no (Yes and No, ja and nein, TRUE and FALSE): kept in the `format` of a column
 * that is stored as true and false, so that whatever is said of its values is said as the file says it.
 */

export interface BooleanWords {
  readonly yes: string
  readonly no: string
}

const prefix = 'words:'
/** Between the two words, of which neither holds one. */
const separator = '/'

/** As values are written where a file has no words of its own. */
const storedWords: BooleanWords = { yes: 'true', no: 'false' }

/** The `format` of a column; null where its words are those in which it is stored. */
export function formatOfWords({ yes, no }: BooleanWords): string | null {
  return yes === storedWords.yes && no === storedWords.no ? null : `${prefix}${yes}${separator}${no}`
}

/** The words of a column by its `format`. */
export function wordsOfFormat(format: string | null): BooleanWords {
  if (format?.startsWith(prefix) !== true) return storedWords
  const [yes, no] = format.slice(prefix.length).split(separator)
  return yes === undefined || no === undefined ? storedWords : { yes, no }
}

export function booleanWord(value: boolean, format: string | null): string {
  const words = wordsOfFormat(format)
  return value ? words.yes : words.no
}
