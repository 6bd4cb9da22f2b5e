/** The convert stage for Arrow and Feather: the file's one table, records taken apart, values typed as in any other. */

import { mkdir } from 'node:fs/promises'
import { type DataType, type Field, type RecordBatch, type Schema, Type, type Vector } from 'apache-arrow'
import type { StageInput } from '../../../shared/contract/stages.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import { uniqueNames } from '../../tables/columns/names.ts'
import { writeTextRows } from '../../tables/columns/write-text-rows.ts'
import { assertConserved } from '../../tables/conservation.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { tableName } from '../../tables/table-name.ts'
import { eachBatch } from './batches.ts'
import { type CellText, cellTexts } from './cell-text.ts'

const maxColumns = 4_000
/** Records within records are taken apart down to here. */
const maxLevels = 5

/** A column of the table: where it stands among the fields, and those of the records it is in. */
interface Leaf {
  readonly name: string
  readonly path: readonly number[]
  readonly type: DataType
}

export async function convertArrow(input: StageInput<'convert'>, context: WorkContext): Promise<ReadTable[]> {
  const { source, outputDir } = input
  await mkdir(outputDir, { recursive: true })
  const plan = new WorkPlan(context, [
    { name: 'rows', work: 60 },
    { name: 'columns', work: 40, parts: 1 },
  ])
  plan.begin('rows', 'Reading rows')
  const leaves: Leaf[] = []
  await eachBatch(source.path, context, (schema) => leaves.push(...leavesOf(schema)), stopAtFirst).catch((error) => {
    if (error !== enough) throw error
  })
  if (leaves.length === 0) throw new StoryglassError('not_a_table', 'an Arrow file without columns')
  if (leaves.length > maxColumns) {
    throw new StoryglassError('too_large', `${leaves.length} columns; at most ${maxColumns} can be read`)
  }
  const { names, notes } = uniqueNames(leaves.map(({ name }) => name))
  const pause = pacer(context)
  let read = 0
  const bytesIn = leaves.map(() => 0)
  const walk = async (onRow: (cells: readonly string[]) => void, flush: () => Promise<void>): Promise<void> => {
    read = 0
    bytesIn.fill(0)
    await eachBatch(
      source.path,
      context,
      () => undefined,
      async (batch) => {
        const texts = leaves.map((leaf) => textsOfLeaf(batch, leaf))
        for (let row = 0; row < batch.numRows; row += 1) {
          read += 1
          onRow(
            texts.map((textAt, index) => {
              const text = textAt(row)
              if (text === null) bytesIn[index] = (bytesIn[index] ?? 0) + 1
              return text ?? ''
            }),
          )
          if (row % 64 !== 0) continue
          await flush()
          await pause()
        }
      },
    )
  }
  const name = tableName(source.name)
  const within = (fraction: number): void => {
    plan.begin('columns', 'Writing columns')
    plan.within(fraction)
  }
  const target = { outputDir, file: 'table.parquet', table: name }
  const written = await writeTextRows({ names, walk }, target, context, { within })
  assertConserved({ read, rows: written.rows, header: 0, setAside: 0, refused: 0 }, name)
  plan.end()
  const ofColumns = leaves.flatMap(({ type }, index) => notesOf(names[index] ?? '', type, bytesIn[index] ?? 0))
  const { rows, columns } = written
  return [
    {
      name,
      sheet: null,
      file: 'table.parquet',
      rows,
      droppedRows: 0,
      notes: [...notes, ...written.notes, ...ofColumns],
      columns,
    },
  ]
}

/** The schema is all that is wanted. */
const enough = new StoryglassError('internal', 'the schema is read')

function stopAtFirst(): Promise<void> {
  return Promise.reject(enough)
}

function leavesOf({ fields }: Schema): Leaf[] {
  return fields.flatMap((field, index) => leavesBelow(field, [index], field.name))
}

function leavesBelow({ type }: Field, path: readonly number[], name: string): Leaf[] {
  if (type.typeId !== Type.Struct || path.length >= maxLevels) return [{ name, path, type }]
  const children = (type.children ?? []) as Field[]
  return children.flatMap((child, index) => leavesBelow(child, [...path, index], `${name}.${child.name}`))
}

/** A record that is missing has no fields, whatever stands in theirs. */
function textsOfLeaf(batch: RecordBatch, { path }: Leaf): CellText {
  const [first = 0, ...rest] = path
  let vector: Vector | null = batch.getChildAt(first)
  const records: Vector[] = []
  for (const index of rest) {
    if (vector === null) break
    records.push(vector)
    vector = vector.getChildAt(index)
  }
  if (vector === null) return () => ''
  const texts = cellTexts(vector)
  const isMissing = (row: number): boolean => records.some((record) => !record.isValid(row))
  return records.length === 0 ? texts : (row) => (isMissing(row) ? '' : texts(row))
}

function notesOf(name: string, type: DataType, notText: number): Note[] {
  const notes: Note[] = []
  if (type.typeId === Type.Timestamp && hasZone(type))
    notes.push(note('columns.in', { name, what: note('columns.inUtc') }))
  if ([Type.List, Type.FixedSizeList, Type.Struct, Type.Map, Type.Union, Type.LargeList].includes(type.typeId)) {
    notes.push(note('columns.in', { name, what: note('columns.partsOfTheirOwn') }))
  }
  if (notText > 0) notes.push(note('columns.notText', { name, count: notText }))
  return notes
}

function hasZone(type: DataType): boolean {
  return 'timezone' in type && typeof type.timezone === 'string'
}
