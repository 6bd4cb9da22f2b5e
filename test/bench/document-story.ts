/**
 * `npm run bench:document-story -- [FOLDER...]`: chosen sentences against the abstracts of documents that have one, beside
 * other methods, and key terms against the authors' own keywords. Without a folder: the Word documents and
 * PDFs of `support/corpora.ts`. See
 * docs/decisions for the papers it was decided by.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { lemma } from '../../src/workers/summary/words/lemma.ts'
import { wordsOf } from '../../src/workers/summary/words/words.ts'
import { bestCorpusOf } from '../support/corpora.ts'
import { candidatesOf, termFinders } from './document-story/key-terms.ts'
import { type Ranker, rankers } from './document-story/rankers.ts'
import { type Reference, referencesIn } from './document-story/references.ts'
import { type Rouge, rouge, tokens } from './document-story/rouge.ts'

const print = (line: string): boolean => process.stdout.write(`${line}\n`)
const folders =
  process.argv.length > 2 ? process.argv.slice(2) : [bestCorpusOf('docx').folder, bestCorpusOf('pdf').folder]
const mostTerms = 10

const references: Reference[] = []
for (const folder of folders.filter((one) => existsSync(one))) references.push(...(await referencesIn(folder)))
print(`${references.length} documents with an abstract in ${folders.map((one) => path.basename(one)).join(', ')}`)
if (references.length > 0) {
  print('chosen sentences, as long as the abstract              ROUGE-1  ROUGE-2  ROUGE-L (mean F1)')
  for (const [name, ranker] of Object.entries(rankers)) print(row(name, await meanRouge(ranker)))
}
const named = references.filter(({ keywords }) => keywords.length >= 3)
if (named.length > 0) {
  print(`key terms against the authors' own, ${named.length} documents       F1 of ten`)
  for (const name of Object.keys(termFinders)) print(`${name.padEnd(56)}${(await meanF1(name)).toFixed(3).padStart(6)}`)
}

async function meanRouge(ranker: Ranker): Promise<Rouge> {
  const sum = { one: 0, two: 0, longest: 0 }
  for (const reference of references) {
    const length = tokens(reference.abstract).length
    const chosen: string[] = []
    for (const place of await ranker(reference)) {
      if (chosen.length >= length) break
      chosen.push(...tokens(reference.sentences[place]?.text ?? ''))
    }
    const score = rouge(chosen.slice(0, length).join(' '), reference.abstract)
    sum.one += score.one / references.length
    sum.two += score.two / references.length
    sum.longest += score.longest / references.length
  }
  return sum
}

async function meanF1(name: string): Promise<number> {
  let sum = 0
  for (const reference of named) {
    const key = (text: string): string =>
      wordsOf(text)
        .map((word) => lemma(word.text, reference.language))
        .join(' ')
    const wanted = new Set(reference.keywords.map(key))
    const found = (termFinders[name]?.(reference, await candidatesOf(reference)) ?? []).slice(0, mostTerms)
    const hits = found.filter((term) => wanted.has(term)).length
    sum += hits === 0 ? 0 : (2 * hits) / (found.length + wanted.size)
  }
  return sum / named.length
}

function row(name: string, { one, two, longest }: Rouge): string {
  return `${name.padEnd(56)}${[one, two, longest].map((value) => value.toFixed(3).padStart(6)).join('   ')}`
}
