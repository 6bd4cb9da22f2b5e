/** Cell formats of a workbook: style index to what its number format means. */
import type { Archive } from '../../files/archive.ts'
import { builtInFormat, type FormatMeaning, parseFormat } from '../workbook/number-format.ts'
import { visitPart } from '../workbook/package/small-part.ts'

/** Excel allows 65,490; more are ignored, so that a style index always fits 16 bits. */
const maxStyles = 65_536

/** By the index a cell gives in `s`. A workbook without styles has plain numbers only. */
export async function readStyles(archive: Archive, part: string | null): Promise<readonly FormatMeaning[]> {
  if (part === null || !archive.has(part)) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  await visitPart(archive, part, {
    open(name, attributes, path) {
      if (name === 'numFmt') {
        const id = Number(attributes.get('numFmtId'))
        const code = attributes.get('formatCode')
        // Differential formats may repeat an id with another code; the table of formats is the one that counts.
        if (code !== undefined && path.at(-2) === 'numFmts') codes.set(id, code)
      } else if (name === 'xf' && path.at(-2) === 'cellXfs' && ids.length < maxStyles) {
        ids.push(Number(attributes.get('numFmtId') ?? 0))
      }
    },
  })
  const meanings = new Map<number, FormatMeaning>()
  return ids.map((id) => {
    const known = meanings.get(id)
    if (known !== undefined) return known
    const code = codes.get(id)
    const meaning = code === undefined ? builtInFormat(id) : parseFormat(code)
    meanings.set(id, meaning)
    return meaning
  })
}
