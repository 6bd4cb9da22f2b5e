/// <reference types="vite/client" />
/** The evidence of every kind of statement in plain words: what the program calls things stands in the query alone. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { EvidencePanel } from '../../../src/renderer/components/story/evidence-panel.tsx'
import { queryClient } from '../../../src/renderer/queries/client.ts'
import { speak } from '../../../src/renderer/stores/language.ts'
import { formatSql } from '../../../src/renderer/words/format-sql.ts'
import { tokenizeSql } from '../../../src/renderer/words/sql.ts'
import type { Insight } from '../../../src/shared/story/insight.ts'
import { textsIn } from '../../../src/shared/texts/texts.ts'
import { kindOf } from '../../../src/workers/insights/kinds/index.ts'
import { englishIn } from '../../support/english-words.ts'
import { everyDraft } from '../../support/stories/drafts.ts'

// Drawn as text a component has the first state of a store: the language is given another way.
vi.mock('../../../src/renderer/stores/language.ts', async () => {
  const { textsIn } = await import('../../../src/shared/texts/texts.ts')
  let texts = textsIn('en')
  return {
    useTexts: () => texts,
    currentTexts: () => texts,
    speak: (tag: 'en' | 'de') => {
      texts = textsIn(tag)
    },
  }
})

afterEach(() => speak('en'))
afterAll(() => vi.doUnmock('../../../src/renderer/stores/language.ts'))

const kindsFolder = fileURLToPath(new URL('../../../src/workers/insights/kinds/', import.meta.url))

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(path.join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [readFileSync(path.join(folder, entry.name), 'utf8')]
        : [],
  )
}

const code = sources(kindsFolder).join('\n')

/** What is written in quotation marks on a line that begins with `before`. */
function namedAfter(before: RegExp): string[] {
  return [...code.matchAll(before)].flatMap(([line]) =>
    [...line.matchAll(/'([^']+)'|"([^"]+)"/gu)].map(([, single, double]) => single ?? double ?? ''),
  )
}

const tests = namedAfter(/testName: [^\n]*/gu)
const effects = namedAfter(/effect: \{\s*name: (?:'[^']+'|"[^"]+")/gu)

function panelOf(insight: Insight): string {
  const client = { client: queryClient }
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider {...client}>
        <EvidencePanel storyId="story" question={{ insight, name: null, text: null }} onClose={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

/** What is read, without the query that is folded. */
function readIn(markup: string): string {
  return markup
    .replaceAll(/<style[^>]*>.*?<\/style>/gsu, '')
    .replaceAll(/<details[^>]*data-testid="evidence-query".*?<\/details>/gsu, '')
    .replaceAll(/<[^>]*?aria-label="([^"]*)"[^>]*>/gu, ' $1 ')
    .replaceAll(/<[^>]*>/gu, ' ')
}

const drafts = Object.values(everyDraft()).map((draft, index): Insight => {
  const test = { name: tests[index % tests.length] ?? '', p: 0.0034, q: 0.02 }
  const effect = { ...draft.effect, name: effects[index % effects.length] ?? '' }
  const scoreParts = { impact: 1, effect: 0.5, certainty: 0.5, surprise: 0.1, readability: 1 }
  return {
    ...draft,
    sentence: '',
    caveats: [],
    test,
    effect,
    scoreParts,
    evidence: { ...draft.evidence, sql: ['SELECT 1 AS n'] },
  }
})

describe('the evidence panel', () => {
  it.each(drafts.map((draft) => [draft.type, draft] as const))(
    '%s has no internal name outside its query',
    (_type, draft) => {
      for (const language of ['en', 'de'] as const) {
        speak(language)
        const lookedAt = kindOf(draft.type).words.in(language).lookedAt.text
        const markup = panelOf({ ...draft, lookedAt })
        expect(readIn(markup).toLowerCase()).toContain(lookedAt.toLowerCase())
        expect(markup).toContain('evidence-query')
        const columns = draft.columns.flatMap((name) => [name, name.replaceAll('_', ' ')])
        const read = columns.reduce((text, name) => text.replaceAll(name, ' '), readIn(markup))
        expect(read).not.toMatch(/[\p{L}\p{N}]_[\p{L}\p{N}]/u)
        if (language === 'de') expect(englishIn(read), read).toEqual([])
      }
    },
  )
})

describe('words for evidence', () => {
  it.each(['en', 'de'] as const)('there are for every test, effect and part of a score (%s)', (language) => {
    const { tests: ofTests, effects: ofEffects } = textsIn(language).evidenceWords
    expect(tests.length).toBeGreaterThan(15)
    expect([...new Set(tests)].filter((name) => !Object.hasOwn(ofTests, name))).toEqual([])
    expect(effects.length).toBeGreaterThan(25)
    expect([...new Set(effects)].filter((name) => !Object.hasOwn(ofEffects, name))).toEqual([])
  })
})

describe('a query laid out', () => {
  const queries = [
    `WITH parts AS ( SELECT "a b", count(*) AS n FROM "t" WHERE "x" IS NOT NULL GROUP BY 1 ) SELECT max(n) FILTER (WHERE "a b" = 'from (it)') AS top FROM parts LEFT JOIN (SELECT 1 AS one) ON true ORDER BY 1 -- done\n`,
    'SELECT 1',
    `SELECT ${Array.from({ length: 30 }, (_, index) => `avg(column_${index}) AS mean_${index}`).join(', ')} FROM t`,
  ]

  it.each(queries)('has the same words in the same order: %s', (sql) => {
    const words = (text: string): string[] =>
      tokenizeSql(text)
        .map((token) => token.text.trim())
        .filter((text) => text !== '')
    expect(words(formatSql(sql))).toEqual(words(sql))
    for (const line of formatSql(sql).split('\n')) expect(line.length).toBeLessThan(130)
  })

  it('begins each clause on a line of its own, inner queries further in', () => {
    expect(formatSql(queries[0] ?? '').split('\n')).toEqual([
      'WITH parts AS (',
      '  SELECT "a b", count(*) AS n',
      '  FROM "t"',
      '  WHERE "x" IS NOT NULL',
      '  GROUP BY 1',
      ')',
      `SELECT max(n) FILTER (WHERE "a b" = 'from (it)') AS top`,
      'FROM parts',
      'LEFT JOIN (',
      '  SELECT 1 AS one',
      ') ON true',
      'ORDER BY 1 -- done',
    ])
  })
})
