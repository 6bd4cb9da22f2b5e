/** Table `settings`: small values that outlive a run, as JSON. */
import type { Library } from './library.ts'

export function readSetting(library: Library, key: string): unknown {
  const row = library.statement('SELECT value FROM settings WHERE key = ?').get(key) as { value: string } | undefined
  return row === undefined ? null : JSON.parse(row.value)
}

export function writeSetting(library: Library, key: string, value: unknown): void {
  library
    .statement('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value))
}

export function deleteSetting(library: Library, key: string): void {
  library.statement('DELETE FROM settings WHERE key = ?').run(key)
}

/** Whether there is any whose key begins with `prefix`, which holds no wildcard. */
export function hasSettings(library: Library, prefix: string): boolean {
  return (
    library.statement('SELECT 1 FROM settings WHERE key >= ? AND key < ? LIMIT 1').get(prefix, `${prefix}\uffff`) !==
    undefined
  )
}

/** Those whose key begins with `prefix`, which holds no wildcard; in the order of their keys. */
export function selectSettings(library: Library, prefix: string): { readonly key: string; readonly value: unknown }[] {
  const rows = library
    .statement('SELECT key, value FROM settings WHERE key >= ? AND key < ? ORDER BY key')
    .all(prefix, `${prefix}\uffff`) as { key: string; value: string }[]
  return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as unknown }))
}
