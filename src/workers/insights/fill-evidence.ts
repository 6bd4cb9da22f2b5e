/** Fills in the numbers of a statement from its own evidence: the same way `verify` does, before it is ever written. */
import type { Evidence, Scalar } from '../../shared/story/insight.ts'
import type { TableSource } from '../source/table-source.ts'
import { derive } from './derivations.ts'
import type { EvidenceRecipe } from './evidence-recipe.ts'
import { stable } from './stable.ts'

/** Runs evidence queries, each text once. */
export class EvidenceReader {
  readonly #source: Pick<TableSource, 'columns'>
  readonly #columns = new Map<string, Promise<Record<string, unknown[]>>>()

  constructor(source: Pick<TableSource, 'columns'>) {
    this.#source = source
  }

  query(sql: string): Promise<Record<string, unknown[]>> {
    const known = this.#columns.get(sql)
    if (known !== undefined) return known
    const columns = this.#source.columns(sql)
    this.#columns.set(sql, columns)
    return columns
  }

  /** The evidence with its values. Results that are not finite become null. */
  async evaluate(recipe: EvidenceRecipe): Promise<Evidence> {
    const values: Record<string, Scalar> = {}
    const used = new Set(Object.values(recipe.derived).map((derivation) => derivation.query))
    for (const [index, sql] of recipe.sql.entries()) {
      if (used.has(index)) continue
      const known = recipe.known?.[sql]
      if (known !== undefined) {
        for (const [name, value] of Object.entries(known)) values[name] = scalar(value)
        continue
      }
      for (const [name, column] of Object.entries(await this.query(sql))) {
        if (column.length !== 1) throw new Error(`Evidence gave ${column.length} rows: ${sql}`)
        values[name] = scalar(column[0])
      }
    }
    for (const [name, derivation] of Object.entries(recipe.derived)) {
      const sql = recipe.sql[derivation.query]
      if (sql === undefined) throw new Error(`No query ${derivation.query} for ${name}`)
      const columns = await this.query(sql)
      const result = derive(derivation, columns)
      values[name] = scalar(result)
    }
    return { sql: [...recipe.sql], values, derived: { ...recipe.derived } }
  }
}

function scalar(value: unknown): Scalar {
  if (typeof value === 'number') return Number.isFinite(value) ? stable(value) : null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return null
}
