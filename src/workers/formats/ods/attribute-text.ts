/** The attribute of a tag last found by `nextAttribute`, as text. */
import { attribute, matches, nextAttribute } from '../workbook/xml/attributes.ts'
import { decodeText } from '../workbook/xml/text.ts'

export function attributeText(bytes: Buffer): string {
  return decodeText(bytes, attribute.valueStart, attribute.valueEnd)
}

export function isAttribute(bytes: Buffer, name: string): boolean {
  return matches(bytes, attribute.nameStart, attribute.nameEnd, name)
}

/** Calls `use` for each attribute; within it, `isAttribute` and `attributeText` ask of that one. */
export function eachAttribute(bytes: Buffer, from: number, tagEnd: number, use: () => void): void {
  for (let at = nextAttribute(bytes, from, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) use()
}

/** The value of one attribute; null where the tag has none of that name, which includes its prefix. */
export function attributeNamed(bytes: Buffer, from: number, tagEnd: number, name: string): string | null {
  for (let at = nextAttribute(bytes, from, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
    if (isAttribute(bytes, name)) return attributeText(bytes)
  }
  return null
}
