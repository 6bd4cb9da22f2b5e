/** The tables of a PDF as tabula-java finds them, for reference: it is not part of the project and has to be at hand. */
import { spawnSync } from 'node:child_process'
import type { KnownCell } from './known.ts'

interface TabulaCell {
  readonly text: string
}

/**
 * All pages, areas and method guessed (`--guess`), and where that finds lines, those used: how its documentation says to
 * call it. Its header rows are not told.
 */
export function tabulaTables(
  jar: string,
  file: string,
): { readonly cells: readonly KnownCell[]; readonly headerRows: null }[] {
  const { status, stdout, stderr } = spawnSync('java', ['-jar', jar, '-g', '-p', 'all', '-f', 'JSON', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`tabula: ${stderr.slice(0, 400)}`)
  const tables = JSON.parse(stdout) as { readonly data: readonly (readonly TabulaCell[])[] }[]
  return tables
    .map(({ data }) => ({
      cells: data.flatMap((row, y) =>
        row.map(({ text }, x) => ({
          row: y,
          column: x,
          rows: 1,
          columns: 1,
          text: text.replaceAll(/\s+/gu, ' ').trim(),
        })),
      ),
      headerRows: null,
    }))
    .filter(({ cells }) => cells.some((cell) => cell.text !== ''))
}
