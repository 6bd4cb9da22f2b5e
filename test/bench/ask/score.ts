/** How many questions of a file are understood rightly, said not to be understood, or understood wrongly without a word. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Understanding } from '../../../src/shared/ask/question.ts'
import { type AskedColumn, type AskedTable, askedColumnSchema } from '../../../src/shared/ask/table.ts'
import { understand } from '../../../src/shared/ask/understand.ts'
import { meaningOf, sameMeaning } from './meaning.ts'

export interface BenchQuestion {
  readonly table: string
  readonly language: string
  readonly text: string
  readonly expected: string
}

export type Verdict = 'right' | 'said' | 'silent'

export interface Score {
  readonly question: BenchQuestion
  readonly verdict: Verdict
  readonly got: string
  readonly understanding: Understanding
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

export function benchTables(): ReadonlyMap<string, AskedTable> {
  const raw: Record<string, { noun: string; columns: unknown[] }> = JSON.parse(
    readFileSync(here('tables.json'), 'utf8'),
  )
  return new Map(
    Object.entries(raw).map(([name, { noun, columns }]) => [
      name,
      {
        name,
        noun: { one: noun, many: `${noun}s` },
        columns: columns.map((column): AskedColumn => askedColumnSchema.parse(column)),
      },
    ]),
  )
}

export function questionsOf(file: string): readonly BenchQuestion[] {
  return readFileSync(here(file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [table = '', language = '', text = '', ...expected] = line.split(' | ')
      return { table, language, text, expected: expected.join(' | ') }
    })
}

/** `expected` may give several meanings, parted by ` || `; `? words` are those that are to be marked. */
export function scoreOf(question: BenchQuestion, table: AskedTable): Score {
  const understanding = understand(question.text, table)
  const got = understanding.question === null ? '?' : meaningOf(understanding.question, table)
  const meanings = question.expected.split(' || ')
  const isRight = meanings.some((meaning) =>
    meaning.startsWith('?')
      ? got === '?' && isMarked(understanding, meaning.slice(1).trim())
      : sameMeaning(got, meaning),
  )
  return { question, got, understanding, verdict: isRight ? 'right' : isSaid(understanding) ? 'said' : 'silent' }
}

function isMarked({ text, spans }: Understanding, words: string): boolean {
  if (words === '') return true
  const marked = spans
    .filter(({ as }) => as === 'unknown' || as === 'left out')
    .map(({ start, end }) => text.slice(start, end).toLowerCase())
  return words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => marked.some((one) => one.includes(word)))
}

const telling = new Set(['amount', 'kind', 'column', 'value', 'period', 'table'])

/** Whether a reading that is wrong says that it may be: a word is marked, or a part is called an assumption. */
function isSaid({ question, spans, assumed }: Understanding): boolean {
  return (
    question === null ||
    spans.some(({ as }) => as === 'unknown' || as === 'left out') ||
    assumed.some((one) => telling.has(one))
  )
}
