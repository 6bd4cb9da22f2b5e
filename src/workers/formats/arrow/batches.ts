/** The record batches of an Arrow file or stream, one at a time, checked against what the file can hold. */

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { zstdDecompressSync } from 'node:zlib'
import {
  AsyncByteStream,
  CompressionType,
  compressionRegistry,
  type Data,
  type DataType,
  type RecordBatch,
  RecordBatchReader,
  type Schema,
  Type,
} from 'apache-arrow'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { unpackLz4 } from './lz4.ts'
import { fileMark } from './mark.ts'

/** One column of one batch, unpacked. */
const maxBufferBytes = 512 * 1024 * 1024
/** A byte that is packed can stand for some rows of a column of equal values, and for no more. */
const rowsPerByte = 64
const freeRows = 1_000_000

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => unpackLz4(bytes, maxBufferBytes) })
compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => new Uint8Array(zstdDecompressSync(bytes, { maxOutputLength: maxBufferBytes })),
})

/** `onBatch` gets each in turn; the schema is known before the first. */
export async function eachBatch(
  path: string,
  context: WorkContext,
  onSchema: (schema: Schema) => void,
  onBatch: (batch: RecordBatch) => Promise<void>,
): Promise<void> {
  const file = await open(path, 'r')
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 })
  try {
    const head = Buffer.alloc(fileMark.length)
    await file.read(head, 0, head.length, 0)
    const { size } = await file.stat()
    const isFile = head.toString('latin1') === fileMark
    const reader = isFile
      ? await RecordBatchReader.from(file)
      : await RecordBatchReader.from(new AsyncByteStream(stream))
    await reader.open()
    onSchema(reader.schema)
    let rows = 0
    for await (const batch of reader) {
      rows += batch.numRows
      if (rows > rowsPerByte * size + freeRows) {
        throw new StoryglassError('hostile_content', `more rows than ${size} bytes can hold`)
      }
      for (const child of batch.data.children) assertHolds(child)
      await onBatch(batch)
      await context.yieldToEventLoop()
    }
  } catch (error) {
    throw explained(error)
  } finally {
    stream.destroy()
    await file.close().catch(() => undefined)
  }
}

/** That buffers are as long as the rows need; the library would read past their ends and give nothing. */
function assertHolds(data: Data): void {
  const { length, values, valueOffsets, nullBitmap, nullCount, children, type } = data
  const fail = (): never => {
    throw new Error(`a column of ${length} rows holds fewer`)
  }
  if (nullCount > 0 && nullBitmap.length * 8 < length) fail()
  for (const child of children) assertHolds(child)
  if (hasOffsets(type)) {
    if (valueOffsets.length < length + 1) fail()
    const last = Number(valueOffsets[length] ?? 0)
    const available = children[0]?.length ?? values?.length ?? 0
    if (last > available) fail()
    return
  }
  if (type.typeId === Type.Bool) {
    if (values.length * 8 < length) fail()
  } else if (isFixed(type) && values.length < length * data.stride) fail()
}

function hasOffsets({ typeId }: DataType): boolean {
  return [Type.Utf8, Type.LargeUtf8, Type.Binary, Type.LargeBinary, Type.List, Type.LargeList, Type.Map].includes(
    typeId,
  )
}

function isFixed({ typeId }: DataType): boolean {
  return [Type.Int, Type.Float, Type.Decimal, Type.Date, Type.Time, Type.Timestamp, Type.Dictionary].includes(typeId)
}

/** The library throws whatever it stumbles over; faults of the machine have a code. */
function explained(error: unknown): unknown {
  if (error instanceof StoryglassError || error instanceof CancelledError || !(error instanceof Error)) return error
  if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
    return new StoryglassError('hostile_content', 'a column that unpacks to far more than it is', { cause: error })
  }
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code)) return error
  if (/unpacks to too much/u.test(error.message)) {
    return new StoryglassError('hostile_content', 'a column that unpacks to far more than it is', { cause: error })
  }
  const [line = ''] = error.message.split('\n')
  return new StoryglassError('damaged_text', note('failed.readerSays', { format: 'Arrow', said: line.slice(0, 200) }), {
    cause: error,
  })
}
