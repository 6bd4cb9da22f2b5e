/**
 * `npm run bench:documents`: the PDF corpus against what poppler read. Share of files opened, F1 of words, hangs, crashes,
 * pages a second. Each file is converted in a worker thread of the product, images included.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { scorePdfCorpus } from '../support/pdf-corpus.ts'

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpora/pdf')
const print = (line: string): boolean => process.stdout.write(`${line}\n`)

if (!existsSync(corpus)) {
  print('no corpus at ../shared/corpora/pdf: nothing measured')
} else {
  const filter = process.argv[2]
  const score = await scorePdfCorpus(corpus, (file) => filter === undefined || file.includes(filter))
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4))
  for (const line of score.remarks) print(`  ${line}`)
  print(
    `opened          ${score.opened} of ${score.openable} that poppler opens (${share(score.opened, score.openable)}; aim 0.98)`,
  )
  print(`beyond poppler  ${score.beyond} of ${score.unopenable} that it refuses`)
  print(`words           mean F1 ${share(score.sumOfF1, score.texts)} over ${score.texts} texts (aim 0.97)`)
  print(`hangs, crashes  ${score.hangs}, ${score.crashes} (aim 0, 0)`)
  print(`slowest file    ${score.slowest.file} ${(score.slowest.elapsedMs / 1_000).toFixed(1)} s`)
  print(
    `pages           ${score.pages} in ${(score.elapsedMs / 1_000).toFixed(1)} s: ${(score.pages / (score.elapsedMs / 1_000)).toFixed(1)} a second, drawn, one thread`,
  )
  process.exitCode = score.hangs + score.crashes > 0 ? 1 : 0
}
