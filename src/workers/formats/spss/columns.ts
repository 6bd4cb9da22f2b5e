/** From the dictionary to columns: names and labels in their long forms, and where each has its bytes in a case. */
import { declaredMissing, type LabelledColumn, type LabelledValue } from '../labelled/labelled-file.ts'
import type { Dictionary, ValueLabels, Variable } from './dictionary.ts'
import { decoderOfFile } from './encoding.ts'
import type { LongTextValues } from './extensions.ts'
import { numberTextOf } from './number-texts.ts'

export interface CaseColumn extends LabelledColumn {
  /** Of a case, in its unpacked form. */
  readonly valueOf: (bytes: Buffer) => LabelledValue
}

const octetBytes = 8
/** A longer text stands in several variables, one after another. */
const widestVariable = 255
/** What each of them adds, by which the file counts them. */
const segmentWidth = 252
const ordinal = 2

/** What is said of variables elsewhere than in their own records, by short names in capitals. */
interface Told {
  readonly textOf: (bytes: Buffer) => string
  readonly labelsAt: ReadonlyMap<number, ValueLabels['labels']>
  readonly longNames: ReadonlyMap<string, string>
  readonly longTexts: ReadonlyMap<string, string>
  /** These by long names, in capitals. */
  readonly longTextLabels: ReadonlyMap<string, LongTextValues>
  readonly longTextMissing: ReadonlyMap<string, LongTextValues>
}

/** The columns, and the name of the one that weights the cases. */
export function columnsOf(dictionary: Dictionary): { columns: CaseColumn[]; weight: string | null } {
  const { header, variables } = dictionary
  const told = toldOf(dictionary)
  const levels = levelsOf(dictionary)
  const columns: CaseColumn[] = []
  let weight: string | null = null
  for (let index = 0; index < variables.length; index += 1) {
    const variable = variables[index]
    if (variable === undefined) break
    const short = told.textOf(variable.name)
    const name = told.longNames.get(short.toUpperCase()) ?? short
    const common = { name, label: told.textOf(variable.label), isOrdinal: levels[index] === ordinal }
    if (header.weightOctet > 0 && variable.octet === header.weightOctet - 1) weight = name
    if (variable.width === 0) {
      columns.push({ ...common, ...numbersOf(dictionary, variable, told) })
      continue
    }
    const width = Number(told.longTexts.get(short.toUpperCase()) ?? variable.width)
    const segments = width > widestVariable ? Math.ceil(width / segmentWidth) : 1
    columns.push({ ...common, ...textsOf(variables.slice(index, index + segments), name, told) })
    index += segments - 1
  }
  return { columns, weight }
}

type Values = Pick<CaseColumn, 'valueLabels' | 'textOf' | 'valueOf'>

function numbersOf(dictionary: Dictionary, variable: Variable, { textOf, labelsAt }: Told): Values {
  const { header, extensions } = dictionary
  const number = (bytes: Buffer): number => header.binary.double(bytes, 0)
  const isMissing = missingNumbers(variable, number)
  const at = variable.octet * octetBytes
  const labels = (labelsAt.get(variable.octet) ?? []).map(({ value, label }) => [number(value), textOf(label)] as const)
  return {
    valueLabels: mapOf(labels.filter(([value]) => !isMissing(value))),
    textOf: numberTextOf(variable.format),
    valueOf: (bytes) => {
      const value = header.binary.double(bytes, at)
      if (value === extensions.systemMissing || Number.isNaN(value)) return null
      return isMissing(value) ? declaredMissing : value
    },
  }
}

function textsOf(segments: readonly Variable[], name: string, told: Told): Values {
  const { textOf, labelsAt, longTextLabels, longTextMissing } = told
  const [variable] = segments
  const own = labelsAt.get(variable?.octet ?? -1) ?? []
  const labels = longTextLabels.get(name.toUpperCase())?.values ?? own
  const missing = new Set([
    ...(variable?.missing ?? []).map(textOf),
    ...(longTextMissing.get(name.toUpperCase())?.values ?? []).map(({ value }) => textOf(value)),
  ])
  const places = segments.map(({ octet, width }) => [octet * octetBytes, octet * octetBytes + width] as const)
  return {
    valueLabels: mapOf(labels.map(({ value, label }) => [textOf(value), textOf(label)])),
    textOf: String,
    valueOf: (bytes) => {
      const pieces = places.map(([from, to]) => bytes.subarray(from, to))
      const text = textOf(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces))
      if (text === '') return null
      return missing.has(text) ? declaredMissing : text
    },
  }
}

function mapOf<Value>(entries: readonly (readonly [Value, string])[]): Map<Value, string> | null {
  return entries.length === 0 ? null : new Map(entries)
}

/** By first octet of a variable; of several lists for one, the later adds to the earlier. */
function labelsByOctet({ valueLabels }: Dictionary): Map<number, ValueLabels['labels']> {
  const found = new Map<number, ValueLabels['labels']>()
  for (const { labels, octets } of valueLabels) {
    for (const octet of octets) {
      const before = found.get(octet)
      found.set(octet, before === undefined ? labels : [...before, ...labels])
    }
  }
  return found
}

function missingNumbers({ missing, isRange }: Variable, number: (bytes: Buffer) => number): (value: number) => boolean {
  const values = missing.map(number)
  if (!isRange) return (value) => values.includes(value)
  const [low = Number.NaN, high = Number.NaN, one = Number.NaN] = values
  return (value) => (value >= low && value <= high) || value === one
}

function toldOf(dictionary: Dictionary): Told {
  const { extensions } = dictionary
  const decoder = decoderOfFile(extensions)
  const textOf = (bytes: Buffer): string => {
    // Most texts are mostly the room they do not fill.
    let end = bytes.length
    while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1
    return end === 0 ? '' : decoder.decode(bytes.subarray(0, end)).trimEnd()
  }
  const byName = (found: readonly LongTextValues[]): Map<string, LongTextValues> =>
    new Map(found.map((one) => [textOf(one.variable).toUpperCase(), one]))
  return {
    textOf,
    labelsAt: labelsByOctet(dictionary),
    longNames: pairsOf(extensions.longNames, textOf),
    longTexts: pairsOf(extensions.longTexts, textOf),
    longTextLabels: byName(extensions.longTextLabels),
    longTextMissing: byName(extensions.longTextMissing),
  }
}

/** `NAME=text`, with tabs between, by the name in capitals. */
function pairsOf(bytes: Buffer | null, textOf: (bytes: Buffer) => string): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const pair of bytes === null ? [] : textOf(bytes).split('\t')) {
    const at = pair.indexOf('=')
    if (at > 0) pairs.set(pair.slice(0, at).trim().toUpperCase(), pair.slice(at + 1).replaceAll('\0', ''))
  }
  return pairs
}

/** By variable, its level of measurement; nothing where the record has other items than they are known to be. */
function levelsOf({ variables, extensions }: Dictionary): (number | undefined)[] {
  const items = extensions.levels.length / Math.max(1, variables.length)
  return items === 2 || items === 3 ? variables.map((_, index) => extensions.levels[index * items]) : []
}
