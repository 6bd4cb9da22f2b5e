/** Where words stand in a drawn chart: beside what they speak of, not over it. All in CSS pixels, y downwards. */

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Width of a text of that many characters in the chart's type, at its size of 12 pixels. */
export function widthOfText(text: string): number {
  return 6.7 * text.length
}

/** From the middle of the words to the mark they name, in the order of preference where several cover as little. */
const directions: readonly (readonly [number, number])[] = [
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
  [-1, 0],
  [1, 0],
]

/**
 * Middle of a box of `width` and `height` beside `mark` that covers the least of the lines, given as points joined in
 * their order (NaN breaks them), and lies within the frame. O(points).
 */
export function clearPlace(
  mark: Spot,
  size: { readonly width: number; readonly height: number },
  lines: readonly (readonly Spot[])[],
  frame: Frame,
): Spot {
  const places = [1, 2.2].flatMap((reach) =>
    directions.map(([across, down]) => {
      const x = mark.x + across * (size.width / 2 + 7)
      const y = mark.y + down * reach * (size.height / 2 + 7)
      return {
        x: within(x, frame.left + size.width / 2, frame.right - size.width / 2),
        y: within(y, frame.top + size.height / 2, frame.bottom - size.height / 2),
      }
    }),
  )
  const covered = places.map((place) => coveredBy(place, size, mark, lines))
  return places[covered.indexOf(Math.min(...covered))] ?? mark
}

/** How many pixels of the lines lie under the box; its own mark under it counts most. */
function coveredBy(
  { x, y }: Spot,
  { width, height }: { readonly width: number; readonly height: number },
  mark: Spot,
  lines: readonly (readonly Spot[])[],
): number {
  const inside = (spot: Spot): boolean =>
    Math.abs(spot.x - x) <= width / 2 + 2 && Math.abs(spot.y - y) <= height / 2 + 2
  let covered = inside(mark) ? 1000 : 0
  for (const line of lines) {
    for (const [index, spot] of line.entries()) {
      const next = line[index + 1]
      if (next === undefined) {
        if (inside(spot)) covered++
        continue
      }
      const length = Math.hypot(next.x - spot.x, next.y - spot.y)
      if (!Number.isFinite(length)) continue
      const steps = Math.min(200, Math.max(1, Math.ceil(length / 4)))
      for (let step = 0; step < steps; step++) {
        const share = step / steps
        if (inside({ x: spot.x + share * (next.x - spot.x), y: spot.y + share * (next.y - spot.y) })) {
          covered += Math.max(1, length / steps)
        }
      }
    }
  }
  return covered
}

/**
 * The heights moved as little as need be for `apart` pixels between neighbours, within `top` and `bottom`, in the order
 * given. Those that do not fit stay where the space ends.
 */
export function spread(heights: readonly number[], apart: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((left, right) => (heights[left] ?? 0) - (heights[right] ?? 0))
  // Runs of labels that touch move together, about the mean of where they would be.
  const runs: { members: number[]; wanted: number }[] = []
  const start = (run: (typeof runs)[number]): number =>
    within(run.wanted - ((run.members.length - 1) * apart) / 2, top, bottom - (run.members.length - 1) * apart)
  for (const index of order) {
    let run = { members: [index], wanted: heights[index] ?? 0 }
    let before = runs.at(-1)
    while (before !== undefined && start(before) + before.members.length * apart > start(run)) {
      const members = [...before.members, ...run.members]
      const wanted = members.reduce((sum, member) => sum + (heights[member] ?? 0), 0) / members.length
      run = { members, wanted }
      runs.pop()
      before = runs.at(-1)
    }
    runs.push(run)
  }
  const placed = [...heights]
  for (const run of runs)
    for (const [place, member] of run.members.entries()) placed[member] = start(run) + place * apart
  return placed
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)))
}
