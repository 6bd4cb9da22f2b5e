/** The convert stage for files of statistics programs: columns go by their labels, and values by theirs. */
import { mkdir } from 'node:fs/promises'
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
import { declaredMissing, type LabelledColumn, type LabelledFile, type LabelledValue } from './labelled-file.ts'
import { titlesOf } from './titles.ts'

const maxColumns = 4_000

/** `open` may throw what is wrong with the file. */
export async function convertLabelled(
  { source, outputDir }: StageInput<'convert'>,
  open: () => Promise<LabelledFile>,
  context: WorkContext,
): Promise<ReadTable[]> {
  await mkdir(outputDir, { recursive: true })
  const plan = new WorkPlan(context, [
    { name: 'labels', work: 20 },
    { name: 'rows', work: 40 },
    { name: 'columns', work: 40, parts: 1 },
  ])
  const pause = pacer(context)
  const between = async (done: number): Promise<void> => {
    plan.within(done)
    await pause()
  }
  plan.begin('labels', 'Reading rows')
  const file = await open()
  const { columns } = file
  if (columns.length === 0) throw new StoryglassError('not_a_table', 'a file without columns')
  if (columns.length > maxColumns) {
    throw new StoryglassError('too_large', `${columns.length} columns; at most ${maxColumns} can be read`)
  }
  const { isLabelled, isPartly } = await labelledColumns(file, between)
  const texts = columns.map((column, index) => textOfColumn(column, isLabelled[index] === true))
  const titles = titlesOf(columns)
  const { names, notes } = uniqueNames(titles.names)
  plan.begin('rows', 'Reading rows')
  let read = 0
  const missing = columns.map(() => 0)
  const walk = async (onRow: (cells: readonly string[]) => void, flush: () => Promise<void>): Promise<void> => {
    read = 0
    missing.fill(0)
    await file.walk(
      (values) => {
        read += 1
        for (const [index, value] of values.entries()) {
          if (value === declaredMissing) missing[index] = (missing[index] ?? 0) + 1
        }
        onRow(texts.map((text, index) => text(values[index] ?? null)))
      },
      async (done) => {
        await flush()
        await between(done)
      },
    )
  }
  const within = (fraction: number): void => {
    plan.begin('columns', 'Writing columns')
    plan.within(fraction)
  }
  const name = tableName(source.name)
  const target = { outputDir, file: 'table.parquet', table: name }
  const written = await writeTextRows({ names, walk }, target, context, { within })
  assertConserved({ read, rows: written.rows, header: 0, setAside: 0, refused: 0 }, name)
  plan.end()
  const ordered = written.columns.map((column, index) => {
    const steps = isLabelled[index] === true ? stepsOf(columns[index]) : null
    return steps === null || column.storage !== 'VARCHAR' ? column : { ...column, order: steps }
  })
  return [
    {
      name,
      sheet: null,
      file: 'table.parquet',
      rows: written.rows,
      droppedRows: 0,
      notes: [...titles.notes, ...notes, ...written.notes, ...notesOf(file, { isPartly, missing }, names)],
      columns: ordered,
    },
  ]
}

interface ByLabels {
  /** By column, whether every number in it stands for a label: it is told by its labels then. */
  readonly isLabelled: readonly boolean[]
  /** By column, whether a number in it has no label though others have: one for "refused" alone, beside ages. */
  readonly isPartly: readonly boolean[]
}

/** Rows are only looked at where a column has labels. */
async function labelledColumns(
  { columns, walk }: LabelledFile,
  between: (done: number) => Promise<void>,
): Promise<ByLabels> {
  const hasLabels = columns.map(({ valueLabels }) => valueLabels !== null && valueLabels.size > 0)
  if (!hasLabels.includes(true)) return { isLabelled: hasLabels, isPartly: hasLabels }
  const isCovered = [...hasLabels]
  const hasLabelled = columns.map(() => false)
  await walk((values) => {
    for (const [index, value] of values.entries()) {
      if (isCovered[index] !== true || value === null || value === declaredMissing) continue
      if (typeof value === 'string' || columns[index]?.valueLabels?.has(value) === true) hasLabelled[index] = true
      else isCovered[index] = false
    }
  }, between)
  return {
    isLabelled: isCovered.map((is, index) => is && hasLabelled[index] === true),
    isPartly: hasLabels.map((has, index) => has && isCovered[index] === false),
  }
}

function textOfColumn({ valueLabels, textOf }: LabelledColumn, isLabelled: boolean): (value: LabelledValue) => string {
  return (value) => {
    if (value === null || value === declaredMissing) return ''
    const label = isLabelled ? valueLabels?.get(value) : undefined
    if (label !== undefined && label !== '') return label
    return typeof value === 'string' ? value : textOf(value)
  }
}

/** The labels from the lowest value to the highest, where the file says that they are steps. */
function stepsOf(column: LabelledColumn | undefined): string[] | null {
  if (column === undefined || !column.isOrdinal || column.valueLabels === null) return null
  const byValue = [...column.valueLabels].filter((entry): entry is [number, string] => typeof entry[0] === 'number')
  const labels = byValue.toSorted(([left], [right]) => left - right).map(([, label]) => label)
  return labels.length < 2 ? null : [...new Set(labels)]
}

interface Counted {
  /** By column, as `ByLabels`. */
  readonly isPartly: readonly boolean[]
  /** By column: values that the file declares missing. */
  readonly missing: readonly number[]
}

function notesOf({ columns, weight }: LabelledFile, { isPartly, missing }: Counted, names: readonly string[]): Note[] {
  const notes: Note[] = []
  const count = missing.reduce((sum, one) => sum + one, 0)
  if (count > 0) {
    const [most = 0] = missing
      .map((_, index) => index)
      .toSorted((left, right) => (missing[right] ?? 0) - (missing[left] ?? 0))
    const inColumns = missing.filter((one) => one > 0).length
    notes.push(
      note('labelled.declaredMissing', {
        count,
        columns: inColumns,
        name: names[most] ?? '',
        there: missing[most] ?? 0,
      }),
    )
  }
  const partly = columns.flatMap(({ valueLabels }, index) => {
    const [first] = valueLabels ?? []
    return first === undefined || isPartly[index] !== true || typeof first[0] !== 'number' ? [] : [{ index, first }]
  })
  const [example] = partly
  if (example !== undefined) {
    const { index, first } = example
    const [value, label] = first
    const others = partly.length - 1
    notes.push(
      note('labelled.partly', { count: partly.length, others, name: names[index] ?? '', value: String(value), label }),
    )
  }
  const weighted = columns.findIndex(({ name }) => name === weight)
  if (weighted !== -1) notes.push(note('labelled.weighted', { name: names[weighted] ?? '' }))
  return notes
}
