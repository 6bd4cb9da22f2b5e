/** What the start tag of a cell says (OpenDocument 1.3 part 3, 9.1.4). */
import { maxRows } from '../workbook/limits.ts'
import { attributeText, eachAttribute, isAttribute } from './attribute-text.ts'

export interface CellTag {
  type: string
  value: string | null
  currency: string
  style: string | null
  isError: boolean
  isFormula: boolean
  columns: number
  spanColumns: number
  spanRows: number
}

export function cellTagIn(bytes: Buffer, from: number, tagEnd: number): CellTag {
  const cell: CellTag = {
    ...{ type: '', value: null, currency: '', style: null, isError: false, isFormula: false },
    ...{ columns: 1, spanColumns: 1, spanRows: 1 },
  }
  eachAttribute(bytes, from, tagEnd, () => readAttribute(cell, bytes))
  return cell
}

function readAttribute(cell: CellTag, bytes: Buffer): void {
  if (isAttribute(bytes, 'office:value-type')) cell.type = attributeText(bytes)
  else if (isAttribute(bytes, 'office:value')) cell.value = attributeText(bytes)
  else if (isAttribute(bytes, 'office:date-value')) cell.value = attributeText(bytes)
  else if (isAttribute(bytes, 'office:time-value')) cell.value = attributeText(bytes)
  else if (isAttribute(bytes, 'office:boolean-value')) cell.value = attributeText(bytes)
  else if (isAttribute(bytes, 'office:string-value')) cell.value = attributeText(bytes)
  else if (isAttribute(bytes, 'office:currency')) cell.currency = attributeText(bytes)
  else if (isAttribute(bytes, 'calcext:value-type')) cell.isError = attributeText(bytes) === 'error'
  else if (isAttribute(bytes, 'table:formula')) cell.isFormula = true
  else if (isAttribute(bytes, 'table:style-name')) cell.style = attributeText(bytes)
  else if (isAttribute(bytes, 'table:number-columns-repeated')) cell.columns = repetitions(attributeText(bytes))
  else if (isAttribute(bytes, 'table:number-columns-spanned')) cell.spanColumns = repetitions(attributeText(bytes))
  else if (isAttribute(bytes, 'table:number-rows-spanned')) cell.spanRows = repetitions(attributeText(bytes))
}

/** At least 1, and no more than there are rows; what is no number is 1. */
export function repetitions(text: string): number {
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, maxRows) : 1
}
