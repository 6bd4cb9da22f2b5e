/**
 * What changed from one saved story of a source to another. Of the earlier file nothing is needed: its tables are kept
 * with its story, and where they are not, the story alone is compared and says so.
 */
import type { Comparison } from '../../shared/comparison/comparison.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { type ComparedPair, compareTable } from './compare-table.ts'
import { compareProfiles } from './from-stories.ts'
import { pairTables } from './pair-tables.ts'
import { headlineOf, sectionsOf, type ToSay } from './say.ts'
import type { Asked } from './sides.ts'
import { compareStatements, type Renaming } from './statements.ts'
import { verifyComparison } from './verify.ts'

export interface Versions {
  readonly before: Story
  readonly after: Story
}

export interface CompareOptions {
  /** Null where the tables of a version are not there. */
  readonly asked: Asked | null
  readonly texts: Texts
  /** Awaited between steps: lets a cancel in. */
  readonly pause: () => Promise<void>
}

/** Throws an Error where a sentence does not hold to its evidence. */
export async function compareStories(
  { before, after }: Versions,
  { asked, texts, pause }: CompareOptions,
): Promise<Comparison> {
  const paired = pairTables(before.tables, after.tables)
  const pairs: ComparedPair[] = []
  for (const tables of paired.pairs) {
    pairs.push(asked === null ? compareProfiles(tables, before, after) : await compareTable(asked, tables, pause))
    await pause()
  }
  const statements = compareStatements(before, after, renamingOf(pairs))
  const basis = asked === null ? 'statistics' : 'tables'
  const found: ToSay = { pairs, tablesAdded: paired.added, tablesGone: paired.gone, statements, basis }
  const comparison: Omit<Comparison, 'verified'> = {
    version: 1,
    language: texts.language,
    before: described(before),
    after: described(after),
    basis,
    headline: headlineOf(found, texts.language),
    sections: sectionsOf(found, texts.language),
    tables: pairs.map(({ compared }) => compared),
    tablesAdded: paired.added.map(({ name }) => name),
    tablesGone: paired.gone.map(({ name }) => name),
    statements,
    changes: pairs.flatMap(({ changes }) => changes),
  }
  return { ...comparison, verified: await verifyComparison(comparison, asked, texts.locale) }
}

function described({ id, title, createdAt, source }: Story): Comparison['before'] {
  return { id, title, createdAt, sourceName: source.name, sha256: source.sha256 }
}

function renamingOf(pairs: readonly ComparedPair[]): Renaming {
  const earlier = new Map(pairs.map((pair) => [pair.tables.before.name, pair]))
  const later = new Map(pairs.map((pair) => [pair.tables.after.name, pair]))
  return {
    table: (name) => earlier.get(name)?.tables.after.name ?? null,
    column: (table, name) =>
      earlier.get(table)?.columns.pairs.find((pair) => pair.before.name === name)?.after.name ?? null,
    isNewTable: (name) => !later.has(name),
    isNewColumn: (table, name) => later.get(table)?.columns.added.some((column) => column.name === name) ?? false,
  }
}
