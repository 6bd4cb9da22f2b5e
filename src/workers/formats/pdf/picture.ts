/** Tells a page that is a picture, a scan most often, from one that is blank. */
import type { PdfLibrary } from './library.ts'
import type { Operators } from './operators.ts'

export function hasPicture(operators: Operators, { OPS }: PdfLibrary): boolean {
  const pictures: ReadonlySet<number> = new Set([
    OPS.paintImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintInlineImageXObjectGroup,
  ])
  return operators.fnArray.some((operator) => pictures.has(operator))
}
