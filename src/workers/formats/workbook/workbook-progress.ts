/** How far a workbook is read: each sheet is scanned, then its tables are written. */
import type { WorkContext } from '../../runtime/context.ts'
import { WorkPlan } from '../../runtime/work-plan.ts'
import type { TableSearchWatch } from './open-tables.ts'

/** To write the tables of a sheet, beside what it takes to read it. */
const writingWork = 0.9

export class WorkbookProgress implements TableSearchWatch {
  readonly #context: WorkContext
  #plan: WorkPlan
  #bytes: readonly number[] = []

  constructor(context: WorkContext) {
    this.#context = context
    this.#plan = new WorkPlan(context, [])
  }

  onSheets(bytes: readonly number[]): void {
    this.#bytes = bytes
    this.#plan = new WorkPlan(
      this.#context,
      bytes.flatMap((work, index) => [
        { name: `read ${index}`, work, parts: 1 },
        { name: `write ${index}`, work: work * writingWork, parts: 1 },
      ]),
    )
    this.#plan.begin('read 0', 'Reading cells')
  }

  onBytes(index: number, done: number): void {
    this.#plan.begin(`read ${index}`, 'Reading cells')
    this.#plan.within(done / Math.max(1, this.#bytes[index] ?? 1))
  }

  onTables(index: number, tables: number): void {
    const name = `write ${index}`
    this.#plan.weigh([{ name, work: (this.#bytes[index] ?? 0) * writingWork, parts: tables }])
    this.#plan.begin(name, 'Writing columns')
  }

  /** Of the table being written. */
  within(fraction: number): void {
    this.#plan.within(fraction)
  }

  part(): void {
    this.#plan.part()
  }

  end(): void {
    this.#plan.end()
  }
}
