/** Lines turned back to where they are seen on the page. */
import type { Box } from '../../../shared/document/document.ts'
import type { TextLine } from '../../../shared/document/reading.ts'
import { bottom, top } from './fragment.ts'
import type { Line } from './lines.ts'

/**
 * `angle`: degrees clockwise in which the line runs, by which its coordinates are turned. The box has the line's corners
 * within it and its middle in the middle, also where the line is aslant.
 */
export function asSeen(line: Line, angle: number): Omit<TextLine, 'start' | 'end'> {
  const radians = (angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  const [upper, lower] = [top(line), bottom(line)]
  const corners = [line.x, line.x + line.width].flatMap((along) =>
    [upper, lower].map((down) => [along * cosine - down * sine, along * sine + down * cosine] as const),
  )
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return {
    text: line.text,
    box: box.map(hundredths) as Box,
    size: hundredths(line.size),
    angle,
    rightToLeft: line.rightToLeft,
    pieces: line.pieces.map(({ text, x, width, spaceBefore }) => ({
      text,
      x: hundredths(x - line.x),
      width: hundredths(Math.max(0, width)),
      spaceBefore,
    })),
  }
}

/** Of a line that is upright: where its letters stand, points from the top of the page. */
export function baseline(line: Pick<TextLine, 'box' | 'size'>): number {
  return line.box[3] - bottom({ y: 0, size: line.size })
}

/** Finer is noise of the arithmetic, and no eye sees it. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100
}
