/** Documents that say themselves what they say: those with an abstract, and the rest of their text to choose from. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { legalSentences } from '../../../src/workers/summary/legal.ts'
import { classifyLines } from '../../../src/workers/summary/text/classify-lines.ts'
import { knownHeading } from '../../../src/workers/summary/text/known-headings.ts'
import { type LocatedSentence, locateSentences } from '../../../src/workers/summary/text/locate-sentences.ts'
import { convertDocument } from '../../../src/workers/tasks/document.ts'
import { tokens } from './rouge.ts'

export interface Reference {
  readonly file: string
  readonly title: string | null
  readonly language: string
  /** As the authors wrote it. */
  readonly abstract: string
  /** As the authors named them; empty where they did not. */
  readonly keywords: readonly string[]
  /** Of all that stands after the abstract. */
  readonly sentences: readonly LocatedSentence[]
  /** Places of those that are licences and imprints. */
  readonly legal: ReadonlySet<number>
}

const fewestWords = 40
const mostLines = 40
const fewestSentences = 40

/** Files of a folder and those below it that are documents; what cannot be read is passed over. */
export async function referencesIn(folder: string): Promise<Reference[]> {
  const references: Reference[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:pdf|docx|html?|md|txt)$/iu.test(entry.name)) continue
    const found = await referenceOf(path.join(entry.parentPath, entry.name))
    if (found !== null) references.push(found)
  }
  return references
}

async function referenceOf(file: string): Promise<Reference | null> {
  const source = { path: file, name: path.basename(file), bytes: statSync(file).size }
  const context = detachedContext()
  const converted = await convertDocument({ source, outputDir: null, password: null }, context).catch(() => null)
  if (converted === null) return null
  const { content } = converted
  const { pages, headings } = await classifyLines(content, context)
  const lines = pages.flat()
  const last = headings
    .find(({ title, lines: own }) => knownHeading(title) === 'abstract' && own.length > 0)
    ?.lines.at(-1)
  if (last === undefined) return null
  const from = lines.indexOf(last) + 1
  const length = lines
    .slice(from)
    .findIndex((line) => line.role === 'heading' || /^(?:key ?words|contents)\b/iu.test(line.text))
  if (length < 0 || length > mostLines) return null
  const text = (some: typeof lines): string => some.map((line) => line.text).join(' ')
  const abstract = text(lines.slice(from, from + length)).replaceAll(/(?<=\p{Ll})- (?=\p{Ll})/gu, '')
  const language = (content.language ?? 'en').slice(0, 2)
  const sentences = await locateSentences(lines.slice(from + length), language, context)
  if (tokens(abstract).length < fewestWords || sentences.length < fewestSentences) return null
  const named = /^key ?words?\W*(?<words>.*?)(?:\.\s|\s1\.?\s|$)/iu.exec(
    text(lines.slice(from + length, from + length + 6)),
  )
  const keywords = (named?.groups?.words ?? '').split(/[,;]\s*/u).filter((word) => word.length > 2)
  const legal = legalSentences(sentences, headings, new Set(), content.pages.length)
  return { file: source.name, title: content.title, language, abstract, keywords, sentences, legal }
}
