/**
 * Which files by others the tests read: a few that lie in the repository, always, and a large collection in the same
 * form where there is one: `STORYGLASS_CORPORA`, else `../shared/corpora` beside the repository. An empty
 * `STORYGLASS_CORPORA` leaves the large one out.
 */
import { appendFileSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

export type CorpusName = 'docx' | 'nist' | 'pdf' | 'xlsx'

export interface Corpus {
  readonly folder: string
  /** For the name of a test: where the files are. */
  readonly where: string
  readonly isLarge: boolean
}

const root = path.resolve(import.meta.dirname, '../..')
const vendored = path.join(root, 'test/fixtures/corpora')
const named = process.env.STORYGLASS_CORPORA
const large = named === undefined ? path.resolve(root, '../shared/corpora') : named === '' ? null : path.resolve(named)

/** A folder of the large collection, of `CorpusName` or another name; `null` where it is not there. */
export function largeCorpus(name: string): string | null {
  if (large === null) return null
  const folder = path.join(large, name)
  if (existsSync(folder)) return folder
  // Whoever names a place means it: a misspelt one must not look like one without files.
  if (named !== undefined && !existsSync(large)) throw new Error(`STORYGLASS_CORPORA names no folder: ${large}`)
  return null
}

/** The repository's own files first; never empty. */
export function corporaOf(name: CorpusName): [Corpus, ...Corpus[]] {
  const folder = largeCorpus(name)
  const own: Corpus = { folder: path.join(vendored, name), where: 'the repository', isLarge: false }
  return folder === null ? [own] : [own, { folder, where: 'the large collection', isLarge: true }]
}

/** The large folder where it is there, else the repository's: for what is measured over one of them. */
export function bestCorpusOf(name: CorpusName): Corpus {
  return corporaOf(name).at(-1) ?? corporaOf(name)[0]
}

/** Names of the files that end in `extension`; throws when there are none, as a test over nothing holds nothing. */
export function filesIn(corpus: Corpus, extension: string): string[] {
  const files = readdirSync(corpus.folder).filter((name) => name.endsWith(extension))
  if (files.length === 0) throw new Error(`no ${extension} in ${corpus.folder}`)
  return files.sort()
}

/** Notes how many files a test read; `npm test` names `STORYGLASS_CORPORA_REPORT` and prints what is in it. */
export function noteRead(name: CorpusName, corpus: Corpus, files: number): void {
  const report = process.env.STORYGLASS_CORPORA_REPORT
  if (report) appendFileSync(report, `${JSON.stringify({ name, where: corpus.where, files })}\n`)
}
