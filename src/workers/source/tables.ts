/** Opens the Parquet tables of a convert stage as views under their own names, as evidence queries name them. */
import path from 'node:path'
import { type Database, quoteIdentifier, quoteText } from '../runtime/duckdb/database.ts'

export async function openTables(
  database: Database,
  convertDir: string,
  tables: readonly { readonly name: string; readonly file: string }[],
): Promise<void> {
  for (const table of tables) {
    const file = path.join(convertDir, path.basename(table.file))
    await database.run(
      `CREATE OR REPLACE VIEW ${quoteIdentifier(table.name)} AS SELECT * FROM read_parquet(${quoteText(file)})`,
    )
  }
}
