/**
 * What one piece of work may take before it is ended: memory, time without a sign of life, files. Decided here for every
 * stage and task, by what the work has to do with: a file is given what sound files of its size need, and some more.
 */
import { totalmem } from 'node:os'

export interface Bounds {
  /** Resident memory, in bytes, of the whole application while it does this: the engine and all hosts that work on it. */
  readonly memoryBytes: number
  /** Of all tables, as far as they are known: `memoryBytes` counts them. */
  readonly columns: number
  /** Without a sign of life, in ms of the processor's time and of the clock's: what is less of the two counts. */
  readonly busySilenceMs: number
  /** The same, of the clock alone: for work that waits for something that never comes. */
  readonly silenceMs: number
  /** Bytes in the folder it writes to. */
  readonly outputBytes: number
  /** Files in that folder. */
  readonly outputFiles: number
}

const megabyte = 1024 * 1024

/** A file up to this size is given the least of everything. */
const smallFileBytes = 50 * megabyte
/**
 * Of the whole application, for such a file: it stays under 512 MB, of which this keeps some back, since memory grows
 * between two measures. A host with all loaded takes 190 MB of it, the engine 100.
 */
const smallFileMemoryBytes = 470 * megabyte
/** For each byte that it holds beyond: typed columns of a text of numbers take about as much as the text, twice over. */
const memoryPerByte = 6
/** For each column beyond a thousand: its description, its profile and its note weigh whatever its rows do. */
const memoryPerColumn = 96 * 1024
const usualColumns = 1_000
/** Of the machine's memory, for whatever file. */
const mostShareOfMemory = 0.6
/** A table of a small file may be packed this tightly: what it holds is not believed beyond. */
const mostUnpacking = 20
const bytesPerCell = 8

/** One step of a file of a few bytes; sound ones take milliseconds, and what they are read with some time to load. */
const leastSilenceMs = 6_000
/** 9 s for the largest small file. */
const silenceMsPerByte = 600 / (10 * megabyte)
const clockSilenceMs = 60_000
/** Computing on tables we wrote ourselves, of bounded size; some of its steps are long. */
const analysisSilenceFactor = 6

const outputBase = 2 * 1024 * megabyte
const outputPerByte = 40
const mostOutputFiles = 200_000

/** Stages and tasks whose input is not a stranger's file any more but what we made of it. */
const onOwnTables: ReadonlySet<string> = new Set([
  'analyze',
  'narrate',
  'visualize',
  'verify',
  'evidence',
  'page',
  'grid-rows',
  'grid-column',
  'grid-selection',
  'grid-copy',
  'grid-export',
  'compare',
  'ask',
  'ask-vocabulary',
  'export',
  'document-assemble',
  'document-story',
  'document-export',
])

/** `silenceMs`: overrules how long reading may go without a sign of life. */
export function boundsOf(name: string, input: object, { silenceMs }: { readonly silenceMs?: number } = {}): Bounds {
  const held = heldBytes(input)
  const columns = columnsOf(input)
  const beyond = Math.max(0, held - smallFileBytes)
  const usualSilence = silenceMs ?? leastSilenceMs + held * silenceMsPerByte
  return {
    memoryBytes: Math.max(
      smallFileMemoryBytes,
      Math.min(
        totalmem() * mostShareOfMemory,
        smallFileMemoryBytes + memoryPerByte * beyond + memoryOfColumns(columns),
      ),
    ),
    columns,
    busySilenceMs: onOwnTables.has(name) ? usualSilence * analysisSilenceFactor : usualSilence,
    silenceMs: Math.max(clockSilenceMs, 3 * usualSilence) * (onOwnTables.has(name) ? analysisSilenceFactor : 1),
    outputBytes: outputBase + outputPerByte * held,
    outputFiles: mostOutputFiles,
  }
}

/** The bounds of work that has found so many columns in all its tables by now: more than was known when it began, or the same. */
export function boundsWithColumns(bounds: Bounds, columns: number): Bounds {
  const more = memoryOfColumns(columns) - memoryOfColumns(bounds.columns)
  if (more <= 0) return bounds
  const most = Math.max(bounds.memoryBytes, totalmem() * mostShareOfMemory)
  return { ...bounds, columns, memoryBytes: Math.min(most, bounds.memoryBytes + more) }
}

function memoryOfColumns(columns: number): number {
  return memoryPerColumn * Math.max(0, columns - usualColumns)
}

interface Sized {
  readonly bytes?: unknown
}

interface Shaped {
  readonly rows?: unknown
  readonly columns?: unknown
}

/** Bytes of the source, or of the tables made of it where they are more and it can be believed. */
export function heldBytes(input: object): number {
  const { source, parts, tables, analysis } = input as {
    source?: Sized
    parts?: readonly { readonly source?: Sized }[]
    tables?: readonly Shaped[]
    analysis?: { readonly tables?: readonly Shaped[] }
  }
  const whole = numberOf(source?.bytes)
  const inside = (parts ?? []).reduce((sum, part) => sum + numberOf(part.source?.bytes), 0)
  const cells = (tables ?? analysis?.tables ?? []).reduce(
    (sum, { rows, columns }) => sum + numberOf(rows) * (Array.isArray(columns) ? columns.length : 0),
    0,
  )
  const unpacked = Math.max(inside, cells * bytesPerCell)
  return Math.max(whole, whole === 0 ? unpacked : Math.min(unpacked, whole * mostUnpacking))
}

/** Columns of all tables that are analysed or told. */
function columnsOf(input: object): number {
  const { tables, analysis } = input as {
    tables?: readonly Shaped[]
    analysis?: { readonly tables?: readonly Shaped[] }
  }
  return (tables ?? analysis?.tables ?? []).reduce(
    (sum, { columns }) => sum + (Array.isArray(columns) ? columns.length : 0),
    0,
  )
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0
}
