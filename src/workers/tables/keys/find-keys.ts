/** Columns of one table of a source whose values name the rows of another: orders that name customers. */
import path from 'node:path'
import { note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import type { ReadTable } from '../read-table.ts'
import { isUnique, type KeyMatch, matchOf } from './match.ts'

export interface FoundKey {
  readonly many: ReadTable
  readonly column: string
  readonly one: ReadTable
  readonly key: string
  readonly match: KeyMatch
}

/** Wide sources and those of many tables are looked at in part, so that finding keys costs no more than reading. */
const mostTables = 8
const mostColumns = 60
const mostPairs = 60
/** Of the rows with a value, as many must be named by the other. */
const leastMatched = 0.5

/** The best key from each table to each other, where there is one. A number must be called alike: 1, 2, 3 fit anything. */
export async function findKeys(
  tables: readonly ReadTable[],
  outputDir: string,
  context: WorkContext,
): Promise<FoundKey[]> {
  const looked = tables.slice(0, mostTables)
  const pairs = looked
    .flatMap((one) => looked.flatMap((many) => (many === one ? [] : pairsOf(many, one))))
    .toSorted((left, right) => right.likeness - left.likeness)
    .slice(0, mostPairs)
  if (pairs.length === 0) return []
  return withDatabase(context, { temporaryFolder: outputDir }, async (database) => {
    const unique = new Map<string, boolean>()
    const found: FoundKey[] = []
    for (const { many, column, one, key } of pairs) {
      // Where each names the other once, it is said once.
      const isSame = (known: FoundKey): boolean =>
        (known.many === many && known.one === one) || (known.many === one && known.one === many)
      if (found.some(isSame)) continue
      if (!(await rememberedUnique(database, unique, one, key, outputDir))) continue
      const match = await matchOf(database, sideOf(many, column, outputDir), sideOf(one, key, outputDir))
      if (match.filled > 0 && match.matched >= leastMatched * match.filled) {
        found.push({ many, column: column.name, one, key: key.name, match })
      }
      await context.yieldToEventLoop()
    }
    return found
  })
}

export function relationOf(table: ReadTable, outputDir: string): string {
  return `read_parquet(${quoteText(path.join(outputDir, path.basename(table.file)))})`
}

function sideOf(table: ReadTable, column: ConvertedColumn, outputDir: string) {
  return { relation: relationOf(table, outputDir), column }
}

async function rememberedUnique(
  database: Database,
  known: Map<string, boolean>,
  table: ReadTable,
  column: ConvertedColumn,
  outputDir: string,
): Promise<boolean> {
  const place = JSON.stringify([table.name, column.name])
  const is = known.get(place) ?? (await isUnique(database, sideOf(table, column, outputDir)))
  known.set(place, is)
  return is
}

interface Pair {
  readonly many: ReadTable
  readonly column: ConvertedColumn
  readonly one: ReadTable
  readonly key: ConvertedColumn
  /** 2 for the same name or that of the table, 0 where the names say nothing. */
  readonly likeness: number
}

function pairsOf(many: ReadTable, one: ReadTable): Pair[] {
  const keys = one.columns.slice(0, mostColumns).filter(isKeyLike)
  return many.columns.slice(0, mostColumns).flatMap((column) =>
    keys.flatMap((key): Pair[] => {
      if (column.storage !== key.storage) return []
      const likeness = likenessOf(column.name, one.name, key.name)
      return likeness > 0 || column.storage === 'VARCHAR' ? [{ many, column, one, key, likeness }] : []
    }),
  )
}

function isKeyLike({ storage }: ConvertedColumn): boolean {
  return storage === 'VARCHAR' || storage === 'BIGINT'
}

/** `customer_id` is like `customers.id` and `customers.customer_id`. */
function likenessOf(name: string, table: string, key: string): number {
  const [own, other, of] = [name, key, table].map(lettersOf)
  if (own === undefined || other === undefined || of === undefined || own === '') return 0
  const stem = of.endsWith('ies') ? `${of.slice(0, -3)}y` : of.endsWith('s') ? of.slice(0, -1) : of
  if (own === `${stem}${other}` || own === `${of}${other}`) return 2
  if (own === other) return own === 'id' ? 0 : 2
  return stem.length >= 3 && own.startsWith(stem) && ['id', 'code', 'key', 'no', 'nr'].includes(other) ? 1 : 0
}

function lettersOf(name: string): string {
  const isKept = (sign: string): boolean => sign.toUpperCase() !== sign || (sign >= '0' && sign <= '9')
  return [...name.toLowerCase()].filter(isKept).join('')
}

/** Each key named on the table that has it, with how to have both told together. */
export function nameKeys(keys: readonly FoundKey[]): void {
  for (const { many, column, one, key, match } of keys) {
    many.notes.push(
      note('tables.keyFound', {
        column,
        table: one.name,
        key,
        matched: match.matched,
        filled: match.filled,
        unmatched: match.unmatched.map((value) => `"${value}"`).join(', ') || 'none',
        unnamed: match.unnamed,
        join: `${many.name}.${column}=${one.name}.${key}`,
      }),
    )
  }
}
