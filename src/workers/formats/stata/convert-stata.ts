/** The convert stage for data sets of Stata. */
import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { EndOfBytesError, SequentialBytes } from '../../files/sequential-bytes.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { convertLabelled } from '../labelled/convert-labelled.ts'
import type { LabelledColumn, LabelledFile, LabelledValue } from '../labelled/labelled-file.ts'
import { readingFault } from '../labelled/reading-fault.ts'
import { bytesOf, type Layout, rowBytesOf, taggedLayout, untaggedLayout, untilZero, type Variable } from './layout.ts'
import { LongTexts } from './long-texts.ts'
import { isTagged } from './marks.ts'
import { numberTextOf } from './number-texts.ts'
import { readValueLabels } from './value-labels.ts'

const chunkBytes = 1024 * 1024

export async function convertStata(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  const file = await open(input.source.path, 'r')
  try {
    return await convertLabelled(input, () => openStata(file), context)
  } catch (error) {
    throw readingFault(error, 'Stata')
  } finally {
    await file.close()
  }
}

async function openStata(file: FileHandle): Promise<LabelledFile> {
  const { size } = await file.stat()
  const at = (place: number): SequentialBytes => {
    if (place > size) throw new EndOfBytesError(size)
    return new SequentialBytes(file, place)
  }
  const { buffer: head } = await file.read(Buffer.alloc(16), 0, 16, 0)
  const layout = isTagged(head) ? await taggedLayout(at(0), at) : await untaggedLayout(at(0))
  if (layout.rowsAt + layout.rows * rowBytesOf(layout) > size) throw new EndOfBytesError(size)
  const valueLabels = await readValueLabels(at(layout.valueLabelsAt), layout, size, textOf)
  const { longTextsAt } = layout
  const hasLongTexts = layout.variables.some(({ type }) => type.kind === 'long text')
  const longTexts = longTextsAt !== null && hasLongTexts ? await LongTexts.of(file.fd, at(longTextsAt), layout) : null
  const columns = layout.variables.map((variable) => columnOf(variable, valueLabels))
  const values = valuesOf(layout, longTexts)
  const rowBytes = rowBytesOf(layout)
  return {
    columns,
    weight: null,
    walk: async (onRow, between) => {
      for await (const { bytes, rows, done } of chunksOf(file, layout)) {
        for (let row = 0; row < rows; row += 1) onRow(values.map((valueAt) => valueAt(bytes, row * rowBytes)))
        await between(done)
      }
    },
  }
}

/** UTF-8 since release 118; before, whatever the machine had, which was mostly Windows. */
function textOf(bytes: Buffer): string {
  return (isUtf8(bytes) ? bytes.toString('utf8') : oldText.decode(bytes)).trimEnd()
}

const oldText = new TextDecoder('windows-1252')

function columnOf(
  { name, label, labelsName, format }: Variable,
  valueLabels: ReadonlyMap<string, ReadonlyMap<number, string>>,
): LabelledColumn {
  return {
    name: textOf(name),
    label: textOf(label),
    valueLabels: valueLabels.get(textOf(labelsName)) ?? null,
    isOrdinal: false,
    textOf: numberTextOf(format),
  }
}

type ValueAt = (bytes: Buffer, rowAt: number) => LabelledValue

function valuesOf(layout: Layout, longTexts: LongTexts | null): ValueAt[] {
  let offset = 0
  return layout.variables.map(({ type }) => {
    const from = offset
    offset += bytesOf(type)
    switch (type.kind) {
      case 'number':
        return (bytes, at) => type.number.valueOf(layout.binary, bytes, at + from)
      case 'text':
        return (bytes, at) => textOf(untilZero(bytes.subarray(at + from, at + from + type.bytes))) || null
      default:
        return (bytes, at) => {
          const text = longTexts?.read(layout, bytes, at + from) ?? null
          return text === null ? null : textOf(text) || null
        }
    }
  })
}

interface Chunk {
  readonly bytes: Buffer
  readonly rows: number
  /** Share of all rows that is read with it. */
  readonly done: number
}

async function* chunksOf(file: FileHandle, layout: Layout): AsyncGenerator<Chunk> {
  const rowBytes = rowBytesOf(layout)
  const bytes = new SequentialBytes(file, layout.rowsAt)
  const most = Math.max(1, Math.floor(chunkBytes / Math.max(1, rowBytes)))
  for (let done = 0; done < layout.rows; ) {
    const rows = Math.min(most, layout.rows - done)
    const chunk = await bytes.take(rows * rowBytes)
    done += rows
    yield { bytes: chunk, rows, done: done / layout.rows }
  }
}
