/** Columns of text that a table is made of. */
export interface TextRelation {
  /** What stands after FROM: gives VARCHAR columns, rows in file order, and may be read several times. */
  readonly from: string
  /** The same with some columns (by source name) read as a type straight away, where the source can. */
  readonly typedFrom?: (types: ReadonlyMap<string, 'DOUBLE' | 'BOOLEAN'>) => string
  /**
   * The same, read by one thread, where several are used: DuckDB's refuse or misread some texts that one reads.
   * `isOurs`: we wrote the text, so that any error in its structure is such a one.
   */
  readonly inTurn?: { readonly isOurs: boolean; readonly relation: TextRelation }
  readonly columns: readonly {
    /** Name in the relation. */
    readonly source: string
    /** Name in the table: unique whatever the case of its letters. */
    readonly name: string
  }[]
}
