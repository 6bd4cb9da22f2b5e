/** The library of the engine that is none: stories and documents listed together, searched, filtered and ordered. */
import type { CommandInput, CommandOutput } from '../../src/shared/contract/commands.ts'
import type { DocumentSummary } from '../../src/shared/document/reading.ts'
import type { LibraryEntry } from '../../src/shared/library/entry.ts'
import type { StorySummary } from '../../src/shared/story/story.ts'

/** As `library/list`. */
export function listLibrary(
  stories: readonly StorySummary[],
  documents: readonly DocumentSummary[],
  { search = '', kinds = [], order = 'newest', limit = 100, offset = 0 }: CommandInput<'library/list'>,
): CommandOutput<'library/list'> {
  const word = search.trim().toLowerCase()
  const all: LibraryEntry[] = [
    ...stories.map((story): LibraryEntry => ({ kind: 'story', story })),
    ...documents.map((document): LibraryEntry => ({ kind: 'document', document })),
  ]
  const found = all
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((entry) => (word === '' ? [entry] : hitIn(entry, word)))
    .sort(comparisons[order])
  return { entries: found.slice(offset, offset + limit), total: found.length }
}

function partsOf(entry: LibraryEntry): { readonly title: string; readonly file: string; readonly createdAt: string } {
  const summary = entry.kind === 'story' ? entry.story : entry.document
  return { title: summary.title, file: summary.sourceName, createdAt: summary.createdAt }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
type Compare = (a: LibraryEntry, b: LibraryEntry) => number
const newest: Compare = (a, b) => (partsOf(a).createdAt < partsOf(b).createdAt ? 1 : -1)
const comparisons = {
  newest,
  oldest: (a, b) => newest(b, a),
  title: (a, b) => collator.compare(partsOf(a).title, partsOf(b).title) || newest(a, b),
  file: (a, b) => collator.compare(partsOf(a).file, partsOf(b).file) || newest(a, b),
} satisfies Record<NonNullable<CommandInput<'library/list'>['order']>, Compare>

/** What every document of the gallery says on the page after its first third. */
const pageText = 'Of the sand taken from the channel, two thirds were clean enough for the beach at Gull Point.'

function hitIn(entry: LibraryEntry, word: string): LibraryEntry[] {
  const { title, file } = partsOf(entry)
  if (entry.kind === 'story') {
    const text = `${entry.story.subtitle} ${title} ${file}`
    if (!text.toLowerCase().includes(word)) return []
    return [{ kind: 'story', story: { ...entry.story, snippet: marked(text, word) } }]
  }
  const { document } = entry
  if (pageText.toLowerCase().includes(word)) {
    const page = Math.max(1, Math.ceil(document.pages / 3))
    return [{ kind: 'document', document: { ...document, page, snippet: marked(pageText, word) } }]
  }
  return `${title} ${file}`.toLowerCase().includes(word) ? [entry] : []
}

export function marked(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word.toLowerCase())
  return at < 0 ? text : `${text.slice(0, at)}[${text.slice(at, at + word.length)}]${text.slice(at + word.length)}`
}
