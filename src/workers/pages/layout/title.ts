/** What a PDF is called: by its own words where they are a title, else by the largest line at the head of its first page. */
import type { TextLine } from '../../../shared/document/reading.ts'

/** Left by the program that wrote the file, or the name of the file it was made from. */
const ofProgram =
  /^(?:microsoft (?:word|powerpoint|excel|publisher)|powerpoint presentation|word document|untitled|unbenannt|sans titre|sin título|sem título|no title|title|document|doc|dokument|presentation|slide|layout|template|new document|scan(?:ned)?(?: (?:document|image))?|print|output|temp|tmp|about:blank)\W*\d*$|^microsoft (?:word|powerpoint|excel|publisher) - |^(?:https?|file):\/\/|^[a-z]:\\|^\/\S+$/iu
const fileName =
  /^[^\s]*\.(?:docx?|dotx?|odt|rtf|pptx?|xlsx?|pdf|ps|eps|dvi|tex|indd|qxd|fm|p65|pub|wpd|txt|html?|pages|cdr|ai|dwg)$/iu

/** Null where it is none. */
export function titleFromMetadata(given: unknown): string | null {
  if (typeof given !== 'string') return null
  const title = given.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  const isTitle =
    /\p{L}{2}|\p{Lo}/u.test(title) && !/\uFFFD/u.test(title) && !ofProgram.test(title) && !fileName.test(title)
  return isTitle ? title : null
}

/** Beyond this share of the page's height stands what it says, not what it is called. */
const head = 0.6
/** A title is set at least this much larger than most of the page. */
const leastLarger = 1.25
const mostLines = 3
const mostCharacters = 150

/**
 * The largest lines of the first page, where they are larger than the rest, stand in its upper part, and read as a name
 * does. Null where none do: then the file's name says more.
 */
export function titleFromFirstPage(page: {
  readonly height: number
  readonly lines: readonly TextLine[]
}): string | null {
  const upright = page.lines.filter((line) => line.angle === 0 && line.text.trim() !== '')
  const sizes = upright.flatMap((line) => Array.from(line.text.trim(), () => line.size)).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)]
  if (usual === undefined) return null
  const named = upright.filter((line) => /\p{L}{3}|\p{Lo}{2}/u.test(line.text))
  const largest = named.reduce((most, line) => Math.max(most, line.size), 0)
  const first = upright.findIndex((line) => line.size >= 0.97 * largest && named.includes(line))
  const length = upright.slice(first).findIndex((line) => line.size < 0.97 * largest)
  const lines = first < 0 ? [] : upright.slice(first, length < 0 ? undefined : first + length)
  const [line] = lines
  if (line === undefined || lines.length > mostLines || line.box[1] > head * page.height) return null
  const isLarger = largest >= leastLarger * usual
  const title = lines
    .map((one) => one.text.trim())
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[∗*†‡]+$/u, '')
    .trim()
  if (!isLarger || title.length > mostCharacters || /\.{4,}|[\uFFFD\p{Co}]|[,;]$|^[.,;:)]/u.test(title)) return null
  return (title.match(/\p{L}/gu)?.length ?? 0) >= 0.6 * title.replaceAll(' ', '').length ? title : null
}
