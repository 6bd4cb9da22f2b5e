/** Scores the PDF converter against what poppler reads, over a folder of real and damaged files with a manifest. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createWorkerPool } from '../../src/main/pool/pool.ts'
import { taskSchemas } from '../../src/shared/contract/tasks.ts'
import type { DocumentContent } from '../../src/shared/document/document.ts'
import { english } from './english.ts'

export interface PdfCorpusEntry {
  readonly file: string
  readonly opens_in_poppler: boolean
  readonly needs_password: boolean
  readonly pages: number
  /** The first 3,000 word tokens of the first 20 pages; empty for what is no text document. */
  readonly text_words: readonly string[]
}

export interface PdfCorpusScore {
  readonly openable: number
  readonly opened: number
  readonly unopenable: number
  readonly beyond: number
  readonly texts: number
  readonly sumOfF1: number
  readonly hangs: number
  readonly crashes: number
  readonly pages: number
  readonly elapsedMs: number
  /** By time a page. */
  readonly slowest: { readonly file: string; readonly pageMs: number }
  /** One line for each file that failed or differs much. */
  readonly remarks: readonly string[]
}

/** A page has ten seconds for its text and ten for its image; a file that takes longer than its pages may hangs. */
const pageLimitMs = 20_000
const remarkBelow = 0.97
const mostTokens = 3_000
const workerFile = path.resolve(import.meta.dirname, '../../src/workers/index.ts')

export function readPdfManifest(corpus: string): PdfCorpusEntry[] {
  return JSON.parse(
    gunzipSync(readFileSync(path.join(corpus, 'manifest.json.gz'))).toString('utf8'),
  ) as PdfCorpusEntry[]
}

export async function scorePdfCorpus(corpus: string, wanted: (file: string) => boolean): Promise<PdfCorpusScore> {
  const pool = createWorkerPool({ workerFile, texts: english, stageThreads: 1, taskThreads: 1, heapMegabytes: 512 })
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-pdf-'))
  const remarks: string[] = []
  let [openable, opened, unopenable, beyond, texts, sumOfF1, hangs, crashes, pages, elapsedMs] = Array<number>(10).fill(
    0,
  ) as Ten
  let slowest = { file: '', pageMs: 0 }
  try {
    for (const entry of readPdfManifest(corpus).filter((one) => wanted(one.file))) {
      const file = path.join(corpus, entry.file)
      const source = { path: file, name: entry.file, bytes: statSync(file).size }
      const outputDir = mkdtempSync(path.join(folder, 'pages-'))
      const limit = AbortSignal.timeout(pageLimitMs * Math.max(1, entry.pages))
      const started = performance.now()
      const result = await pool.runTask('document', { source, outputDir, password: null }, { signal: limit })
      const took = performance.now() - started
      elapsedMs += took
      const pageMs = took / Math.max(1, entry.pages)
      if (pageMs > slowest.pageMs) slowest = { file: entry.file, pageMs }
      rmSync(outputDir, { recursive: true, force: true })
      if (entry.opens_in_poppler) openable += 1
      else unopenable += 1
      if (result.outcome === 'cancelled') {
        hangs += 1
        remarks.push(`${entry.file}: did not end`)
      } else if (result.outcome === 'failed') {
        const { reason, detail } = result.failure
        const expected = reason === 'encrypted_document' || reason === 'damaged_document'
        if (!expected) crashes += 1
        if (entry.opens_in_poppler || !expected)
          remarks.push(`${entry.file}: ${reason} ${detail?.split('\n')[0] ?? ''}`)
      } else {
        const document = taskSchemas.document.output.parse(result.output).content
        pages += document.pages.length
        if (entry.opens_in_poppler) opened += 1
        else beyond += 1
        if (entry.text_words.length > 0) {
          const score = wordF1(entry.text_words.flatMap(tokens), documentTokens(document))
          texts += 1
          sumOfF1 += score
          if (score < remarkBelow) remarks.push(`${entry.file}: F1 ${score.toFixed(3)}`)
        }
      }
    }
  } finally {
    await pool.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { openable, opened, unopenable, beyond, texts, sumOfF1, hangs, crashes, pages, elapsedMs, slowest, remarks }
}

type Ten = [number, number, number, number, number, number, number, number, number, number]

function documentTokens(document: DocumentContent): string[] {
  const all = document.pages.slice(0, 20).flatMap((page) => tokens(`${page.header}\n${page.text}\n${page.footer}`))
  return all.slice(0, mostTokens)
}

/** As the manifest's words were made: runs of letters, digits and underscores, so that combining marks divide them. */
export function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  )
}

/** Of two bags of words: harmonic mean of precision and recall. */
export function wordF1(expected: readonly string[], found: readonly string[]): number {
  if (expected.length + found.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of found) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / (expected.length + found.length)
}
