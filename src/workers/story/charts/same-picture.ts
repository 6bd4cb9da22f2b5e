/** Whether two charts show a reader the same: statements that make one claim in two ways are drawn once. */
import type { Chart } from '../../../shared/story/chart.ts'

/** The same marks on the same axes, the same of them singled out, whatever their titles say. */
export function isSamePicture(left: Chart, right: Chart): boolean {
  return shownOf(left) === shownOf(right)
}

function shownOf({ spec: { title: _, subtitle: __, ...drawn }, data }: Chart): string {
  return JSON.stringify([drawn, data.columns, data.rows])
}
