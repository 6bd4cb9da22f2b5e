/** Lines of a column to blocks: paragraphs, headings, whatever white space or the size of the text sets apart. */
import { median } from './fragment.ts'
import type { Line } from './lines.ts'

export interface Block {
  readonly lines: readonly Line[]
}

/** More white than this between two lines, in usual distances of lines, begins a block. */
const widerThanUsual = 1.35
const largerThanUsual = 1.15

export function toBlocks(lines: readonly Line[]): Block[] {
  const distances = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0))
  const usual = median(distances.filter((distance, index) => distance < 2.2 * (lines[index]?.size ?? 0)))
  const blocks: Line[][] = []
  let before: Line | null = null
  for (const line of lines) {
    const block = blocks.at(-1)
    if (block === undefined || before === null || isNewBlock(before, line, usual)) blocks.push([line])
    else block.push(line)
    before = line
  }
  return blocks.map((block) => ({ lines: block }))
}

function isNewBlock(before: Line, line: Line, usual: number): boolean {
  const distance = line.y - before.y
  const expected = Math.max(usual, 1.05 * Math.max(before.size, line.size))
  const ratio = Math.max(before.size, line.size) / Math.max(1e-6, Math.min(before.size, line.size))
  return distance > widerThanUsual * expected || ratio > largerThanUsual
}
