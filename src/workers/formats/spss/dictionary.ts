/**
 * What stands before the cases of an SPSS system file: variables, labels, missing values, the encoding. By the PSPP
 * developers' guide, "System File Format" (PSPP 1.6). Numbers are in the order of bytes of the machine that wrote them.
 */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { SequentialBytes } from '../../files/sequential-bytes.ts'
import { Binary } from './binary.ts'
import { type Extensions, noExtensions, readExtension } from './extensions.ts'

export interface Header {
  readonly binary: Binary
  readonly packing: 'none' | 'bytecode' | 'zlib'
  /** Eight bytes each in a case. */
  readonly octets: number
  /** Null where whoever wrote the file did not know. */
  readonly cases: number | null
  /** Octet of the variable that weights the cases, counted from 1; 0 for none. */
  readonly weightOctet: number
  /** What bytecodes are above the number they stand for. */
  readonly bias: number
}

/** As it stands in the file: texts are bytes, as their encoding is said after them. */
export interface Variable {
  readonly name: Buffer
  readonly label: Buffer
  /** Bytes of a text; 0 for a number. */
  readonly width: number
  /** Type of its print format, as the guide numbers them. */
  readonly format: number
  /** First of its octets in a case, from 0. */
  readonly octet: number
  /** Three bounds at most: values, or with `isRange` the first two a range. Eight bytes each. */
  readonly missing: readonly Buffer[]
  readonly isRange: boolean
}

export interface ValueLabels {
  /** Eight bytes each. */
  readonly labels: readonly { readonly value: Buffer; readonly label: Buffer }[]
  /** First octets of the variables that they are of, from 0. */
  readonly octets: readonly number[]
}

export interface Dictionary {
  readonly header: Header
  readonly variables: readonly Variable[]
  readonly valueLabels: readonly ValueLabels[]
  readonly extensions: Extensions
}

const headerBytes = 176
/** No dictionary of a survey comes near it. */
const maxDictionaryBytes = 128 * 1024 * 1024
const mostVariables = 100_000

const record = { variable: 2, valueLabels: 3, valueLabelVariables: 4, documents: 6, extension: 7, end: 999 } as const

/** `bytes` stand at the first case afterwards. Throws what is wrong with the file. */
export async function readDictionary(bytes: SequentialBytes): Promise<Dictionary> {
  const header = headerOf(await bytes.take(headerBytes))
  const { binary } = header
  const int = async (): Promise<number> => binary.int(await bytes.take(4), 0)
  const variables: Variable[] = []
  const valueLabels: ValueLabels[] = []
  let extensions = noExtensions
  let octets = 0
  for (;;) {
    if (bytes.position > maxDictionaryBytes) throw new StoryglassError('hostile_content', 'a dictionary without an end')
    const kind = await int()
    switch (kind) {
      case record.variable: {
        const variable = await readVariable(bytes, binary, octets)
        if (variable !== null) variables.push(variable)
        octets += 1
        if (variables.length > mostVariables)
          throw new StoryglassError('too_large', `more than ${mostVariables} variables`)
        break
      }
      case record.valueLabels:
        valueLabels.push(await readValueLabels(bytes, binary))
        break
      case record.documents:
        bytes.skip(80 * count(await int()))
        break
      case record.extension: {
        const [subtype, size, items] = [await int(), count(await int()), count(await int())]
        const length = size * items
        if (length > maxDictionaryBytes) throw new StoryglassError('hostile_content', `a record of ${length} bytes`)
        extensions = readExtension(extensions, { subtype, size, content: await bytes.take(length) }, binary)
        break
      }
      case record.end:
        bytes.skip(4)
        return { header: { ...header, octets }, variables, valueLabels, extensions }
      default:
        throw new Error(`a record of kind ${kind}`)
    }
  }
}

function headerOf(bytes: Buffer): Header {
  const binary = new Binary(bytes)
  const packing = (['none', 'bytecode', 'zlib'] as const)[binary.int(bytes, 72)]
  if (packing === undefined) throw new Error(`packed in a way ${binary.int(bytes, 72)}`)
  const cases = binary.int(bytes, 80)
  return {
    binary,
    packing,
    octets: 0,
    cases: cases < 0 ? null : cases,
    weightOctet: binary.int(bytes, 76),
    bias: binary.double(bytes, 84),
  }
}

/** Null for what goes on with the text before. */
async function readVariable(bytes: SequentialBytes, binary: Binary, octet: number): Promise<Variable | null> {
  const fixed = await bytes.take(28)
  const [width, hasLabel, missingValues] = [binary.int(fixed, 0), binary.int(fixed, 4), binary.int(fixed, 8)]
  let label: Buffer = Buffer.alloc(0)
  if (hasLabel !== 0) {
    const length = count(binary.int(await bytes.take(4), 0))
    label = (await bytes.take(roundedUp(length, 4))).subarray(0, length)
  }
  const missing: Buffer[] = []
  if (Math.abs(missingValues) > 3) throw new Error(`${missingValues} missing values`)
  for (let index = 0; index < Math.abs(missingValues); index += 1) missing.push(await bytes.take(8))
  if (width === -1) return null
  if (width < 0 || width > 255) throw new Error(`a variable of ${width} bytes`)
  const format = (binary.int(fixed, 12) >> 16) & 0xff
  return { name: fixed.subarray(20, 28), label, width, format, octet, missing, isRange: missingValues < 0 }
}

async function readValueLabels(bytes: SequentialBytes, binary: Binary): Promise<ValueLabels> {
  const labels: { value: Buffer; label: Buffer }[] = []
  const many = count(binary.int(await bytes.take(4), 0))
  for (let index = 0; index < many; index += 1) {
    const value = await bytes.take(8)
    const length = (await bytes.take(1))[0] ?? 0
    const label = (await bytes.take(roundedUp(length + 1, 8) - 1)).subarray(0, length)
    labels.push({ value, label })
  }
  const kind = binary.int(await bytes.take(4), 0)
  if (kind !== record.valueLabelVariables) throw new Error('labels of values without their variables')
  const octets: number[] = []
  const variables = count(binary.int(await bytes.take(4), 0))
  for (let index = 0; index < variables; index += 1) octets.push(binary.int(await bytes.take(4), 0) - 1)
  return { labels, octets }
}

function count(stated: number): number {
  if (stated < 0) throw new Error(`a count of ${stated}`)
  return stated
}

function roundedUp(length: number, step: number): number {
  return Math.ceil(length / step) * step
}
