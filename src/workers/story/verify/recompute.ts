/** Recomputes the values of one insight from its own evidence. */
import type { Insight, Scalar } from '../../../shared/story/insight.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import { type Derive, derive } from '../../insights/derivations.ts'
import { isOwnFault } from '../../runtime/own-fault.ts'
import type { TableSource } from '../../source/table-source.ts'
import { asScalar } from './compare.ts'

export type Recomputed =
  | { readonly outcome: 'value'; readonly value: Scalar }
  | { readonly outcome: 'impossible'; readonly why: Note }

type Columns = Readonly<Record<string, unknown[]>>

/** Runs each query text once, however many insights rest on it. */
export class QueryRunner {
  readonly #source: Pick<TableSource, 'columns'>
  readonly #results = new Map<string, Promise<Columns>>()

  constructor(source: Pick<TableSource, 'columns'>) {
    this.#source = source
  }

  /** Asks for what will be wanted soon; what comes of it, a failure too, is told to who wants it. */
  begin(sql: string): void {
    this.columns(sql).catch(() => undefined)
  }

  columns(sql: string): Promise<Columns> {
    const known = this.#results.get(sql)
    if (known !== undefined) return known
    const result = this.#source.columns(sql)
    this.#results.set(sql, result)
    return result
  }
}

/** Every name in `evidence.values`, recomputed. A query that fails fails the values that rest on it, not the rest. */
export async function recompute(
  { evidence }: Pick<Insight, 'evidence'>,
  runner: QueryRunner,
  deriveValue: Derive = derive,
): Promise<ReadonlyMap<string, Recomputed>> {
  const { sql, values, derived } = evidence
  const results = await Promise.all(sql.map((query) => settle(runner.columns(query))))
  return new Map(
    Object.keys(values).map((name) => {
      const derivation = derived[name]
      if (derivation === undefined) return [name, fromColumn(name, results)]
      const result = results[derivation.query]
      if (result === undefined) return [name, impossible(note('verification.noSuchQuery', { query: derivation.query }))]
      if (typeof result === 'string') return [name, impossible(failedWith(result))]
      try {
        return [name, { outcome: 'value', value: asScalar(deriveValue(derivation, result)) }]
      } catch (error) {
        if (!isOwnFault(error)) throw error
        return [name, impossible(failedWith(error.message))]
      }
    }),
  )
}

/** The value of the column called `name` in the first query that has it and gives one row. */
function fromColumn(name: string, results: readonly (Columns | string)[]): Recomputed {
  for (const result of results) {
    const column = typeof result === 'string' ? undefined : result[name]
    if (column?.length === 1) return { outcome: 'value', value: asScalar(column[0]) }
  }
  const failed = results.find((result) => typeof result === 'string')
  return impossible(typeof failed === 'string' ? failedWith(failed) : note('verification.notGiven'))
}

function impossible(why: Note): Recomputed {
  return { outcome: 'impossible', why }
}

/** What a query or a function complained of, in its own words. */
function failedWith(complaint: string): Note {
  return note('tables.asSaid', { text: complaint })
}

/** The columns, or why there are none. What is no fault of the query (a cancel, no memory left) goes on up. */
async function settle(result: Promise<Columns>): Promise<Columns | string> {
  try {
    return await result
  } catch (error) {
    if (!isOwnFault(error)) throw error
    return error.message
  }
}
