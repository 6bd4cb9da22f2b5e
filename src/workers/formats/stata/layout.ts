/** What a data set says of itself before its rows, in either of the two ways in which files are laid out. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { SequentialBytes } from '../../files/sequential-bytes.ts'
import { Binary, type NumberType, numberTypes } from './binary.ts'

export interface Variable {
  readonly name: Buffer
  readonly type: VariableType
  /** `%9.2f`, `%td`. */
  readonly format: string
  readonly label: Buffer
  /** Name of the list of its values' labels; empty for none. */
  readonly labelsName: Buffer
}

export type VariableType =
  | { readonly kind: 'number'; readonly number: NumberType }
  | { readonly kind: 'text'; readonly bytes: number }
  /** Stands elsewhere in the file, under a number of this many bytes and another. */
  | { readonly kind: 'long text' }

export interface Layout {
  readonly release: number
  readonly binary: Binary
  readonly variables: readonly Variable[]
  readonly rows: number
  /** Places in the file; the last two of what stands behind the rows. */
  readonly rowsAt: number
  /** Null where the release has none. */
  readonly longTextsAt: number | null
  readonly valueLabelsAt: number
  /** Bytes of a name with its end. */
  readonly nameBytes: number
}

/** A long text, as a row has it. */
export const longTextBytes = 8
const mostVariables = 120_000

export function bytesOf(type: VariableType): number {
  if (type.kind === 'number') return type.number.bytes
  return type.kind === 'text' ? type.bytes : longTextBytes
}

export function rowBytesOf({ variables }: Pick<Layout, 'variables'>): number {
  return variables.reduce((sum, { type }) => sum + bytesOf(type), 0)
}

interface Sizes {
  readonly name: number
  readonly format: number
  readonly label: number
}

/** Releases 117 to 119, and 120 and 121, which differ in what they seldom have (Stata's help file `dta`). */
export async function taggedLayout(bytes: SequentialBytes, at: (place: number) => SequentialBytes): Promise<Layout> {
  const text = async (length: number): Promise<string> => (await bytes.take(length)).toString('latin1')
  const tag = async (wanted: string): Promise<void> => {
    const found = await text(wanted.length)
    if (found !== wanted) throw new Error(`${found.replaceAll(/[^ -~]/gu, '?')} where ${wanted} should be`)
  }
  await tag('<stata_dta><header><release>')
  const release = Number(await text(3))
  if (!(release >= 117 && release <= 121)) throw new StoryglassError('unsupported_kind', `release ${release}`)
  await tag('</release><byteorder>')
  const order = await text(3)
  if (order !== 'LSF' && order !== 'MSF') throw new Error('an unknown order of bytes')
  const binary = new Binary(order === 'LSF')
  const isWide = release === 119 || release === 121
  await tag('</byteorder><K>')
  const count = binary.unsigned(await bytes.take(isWide ? 4 : 2), 0, isWide ? 4 : 2)
  await tag('</K><N>')
  const rows = release === 117 ? binary.unsigned(await bytes.take(4), 0, 4) : binary.long(await bytes.take(8), 0)
  await tag('</N><label>')
  const labelBytes = release === 117 ? 1 : 2
  bytes.skip(binary.unsigned(await bytes.take(labelBytes), 0, labelBytes))
  await tag('</label><timestamp>')
  bytes.skip(binary.unsigned(await bytes.take(1), 0, 1))
  await tag('</timestamp></header><map>')
  const map = await bytes.take(14 * 8)
  const place = (index: number): number => binary.long(map, 8 * index)
  const sizes: Sizes = release === 117 ? { name: 33, format: 49, label: 81 } : { name: 129, format: 57, label: 321 }
  if (count > mostVariables) throw new StoryglassError('too_large', `${count} variables`)
  const part = async (index: number, name: string, itemBytes: number): Promise<Buffer[]> => {
    const from = at(place(index))
    const begins = (await from.take(name.length + 2)).toString('latin1')
    if (begins !== `<${name}>`) throw new Error(`no ${name} where they should be`)
    return itemsOf(await from.take(count * itemBytes), itemBytes)
  }
  const types = (await part(2, 'variable_types', 2)).map((item) => taggedType(binary.unsigned(item, 0, 2)))
  const names = (await part(3, 'varnames', sizes.name)).map(untilZero)
  const formats = (await part(5, 'formats', sizes.format)).map(untilZero)
  const labelsNames = (await part(6, 'value_label_names', sizes.name)).map(untilZero)
  const labels = (await part(7, 'variable_labels', sizes.label)).map(untilZero)
  return {
    release,
    binary,
    variables: variablesOf({ types, names, formats, labelsNames, labels }),
    rows,
    rowsAt: place(9) + '<data>'.length,
    longTextsAt: place(10) + '<strls>'.length,
    valueLabelsAt: place(11) + '<value_labels>'.length,
    nameBytes: sizes.name,
  }
}

/** Releases 113 to 115 (Stata 8 to 12). */
export async function untaggedLayout(bytes: SequentialBytes): Promise<Layout> {
  const head = await bytes.take(10)
  const release = head[0] ?? 0
  const binary = new Binary(head[1] === 2)
  const count = binary.unsigned(head, 4, 2)
  const rows = binary.unsigned(head, 6, 4)
  // The data set's own label, and when it was written.
  bytes.skip(81 + 18)
  const sizes: Sizes = { name: 33, format: release === 113 ? 12 : 49, label: 81 }
  const types = [...(await bytes.take(count))].map(untaggedType)
  const names = textsOf(await bytes.take(count * sizes.name), sizes.name)
  bytes.skip(2 * (count + 1))
  const formats = textsOf(await bytes.take(count * sizes.format), sizes.format)
  const labelsNames = textsOf(await bytes.take(count * sizes.name), sizes.name)
  const labels = textsOf(await bytes.take(count * sizes.label), sizes.label)
  // Characteristics, up to one of no kind and no length.
  for (;;) {
    const field = await bytes.take(5)
    const length = binary.unsigned(field, 1, 4)
    if (field[0] === 0 && length === 0) break
    bytes.skip(length)
  }
  const variables = variablesOf({ types, names, formats, labelsNames, labels })
  const rowsAt = bytes.position
  const valueLabelsAt = rowsAt + rows * rowBytesOf({ variables })
  return { release, binary, variables, rows, rowsAt, longTextsAt: null, valueLabelsAt, nameBytes: sizes.name }
}

interface Parts {
  readonly types: readonly VariableType[]
  readonly names: readonly Buffer[]
  readonly formats: readonly Buffer[]
  readonly labelsNames: readonly Buffer[]
  readonly labels: readonly Buffer[]
}

function variablesOf({ types, names, formats, labelsNames, labels }: Parts): Variable[] {
  const none = Buffer.alloc(0)
  return types.map((type, index) => ({
    type,
    name: names[index] ?? none,
    format: (formats[index] ?? none).toString('latin1'),
    label: labels[index] ?? none,
    labelsName: labelsNames[index] ?? none,
  }))
}

function itemsOf(bytes: Buffer, itemBytes: number): Buffer[] {
  return Array.from({ length: Math.floor(bytes.length / itemBytes) }, (_, index) =>
    bytes.subarray(index * itemBytes, (index + 1) * itemBytes),
  )
}

function textsOf(bytes: Buffer, itemBytes: number): Buffer[] {
  return itemsOf(bytes, itemBytes).map(untilZero)
}

/** Texts have a fixed room, and end at a zero byte. */
export function untilZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0)
  return end === -1 ? bytes : bytes.subarray(0, end)
}

const longestText = 2045
const taggedNumbers: Readonly<Record<number, NumberType>> = {
  65526: numberTypes.double,
  65527: numberTypes.float,
  65528: numberTypes.long,
  65529: numberTypes.int,
  65530: numberTypes.byte,
}
const untaggedNumbers: Readonly<Record<number, NumberType>> = {
  251: numberTypes.byte,
  252: numberTypes.int,
  253: numberTypes.long,
  254: numberTypes.float,
  255: numberTypes.double,
}

function taggedType(code: number): VariableType {
  const number = taggedNumbers[code]
  if (number !== undefined) return { kind: 'number', number }
  if (code === 32_768) return { kind: 'long text' }
  if (code >= 1 && code <= longestText) return { kind: 'text', bytes: code }
  throw new Error(`a variable of type ${code}`)
}

function untaggedType(code: number): VariableType {
  const number = untaggedNumbers[code]
  if (number !== undefined) return { kind: 'number', number }
  if (code >= 1 && code <= 244) return { kind: 'text', bytes: code }
  throw new Error(`a variable of type ${code}`)
}
