/** The part of a PDF's graphics state that places lines: transformation, clipping rectangle, width and colours. */
import type { PdfLibrary } from './library.ts'
import type { Matrix, Subpath } from './path-data.ts'

type Rectangle = readonly [left: number, top: number, right: number, bottom: number]

interface Saved {
  readonly transform: Matrix
  readonly clip: Rectangle
  readonly lineWidth: number
  readonly strokeColour: string
  readonly fillColour: string | null
}

/** A file may save and never restore. */
const deepest = 10_000
/** Colours this near to white cannot be told from it on paper. */
const nearlyWhite = 0xf9

export class GraphicsState {
  transform: Matrix
  strokeColour = '#000000'
  /** Null where filling leaves no mark. */
  fillColour: string | null = '#000000'
  private clip: Rectangle
  private lineWidth = 1
  private pendingClip = false
  private readonly saved: Saved[] = []
  private readonly ops: PdfLibrary['OPS']

  constructor(transform: readonly number[], clip: Rectangle, ops: PdfLibrary['OPS']) {
    this.transform = transform as unknown as Matrix
    this.clip = clip
    this.ops = ops
  }

  /** Takes note of an operator that draws nothing. */
  follow(operator: number, args: unknown): void {
    const { ops } = this
    switch (operator) {
      case ops.save:
      case ops.beginGroup:
        this.save()
        break
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        this.restore()
        break
      case ops.transform:
        this.concatenate(args as Matrix)
        break
      case ops.paintFormXObjectBegin: {
        const [matrix] = args as [ArrayLike<number> | null]
        this.save()
        if (matrix !== null) this.concatenate(Array.from(matrix) as unknown as Matrix)
        break
      }
      case ops.setLineWidth:
        this.lineWidth = (args as [number])[0]
        break
      case ops.setGState:
        for (const [name, value] of (args as [[string, unknown][]])[0]) {
          if (name === 'LW' && typeof value === 'number') this.lineWidth = value
        }
        break
      case ops.setStrokeRGBColor:
        this.strokeColour = colourOf(args)
        break
      case ops.setFillRGBColor:
        this.fillColour = colourOf(args)
        break
      case ops.setFillColorN:
        this.fillColour = 'pattern'
        break
      case ops.setFillTransparent:
        this.fillColour = null
        break
      case ops.clip:
      case ops.eoClip:
        this.pendingClip = true
        break
    }
  }

  lineThickness(): number {
    const [a, b, c, d] = this.transform
    return this.lineWidth * Math.sqrt(Math.abs(a * d - b * c))
  }

  /** Whether the next path clips what follows it. */
  isClipPending(): boolean {
    return this.pendingClip
  }

  /** To the rectangle around the path: more than it lets through, never less. */
  clipTo(subpaths: readonly Subpath[]): void {
    this.pendingClip = false
    // A curve may reach beyond its ends.
    if (subpaths.length === 0 || subpaths.some((one) => one.curved)) return
    const points = subpaths.flatMap((one) => one.points)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const smallest = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const largest = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    const [left, top, right, bottom] = this.clip
    this.clip = [
      Math.max(left, smallest(xs)),
      Math.max(top, smallest(ys)),
      Math.min(right, largest(xs)),
      Math.min(bottom, largest(ys)),
    ]
  }

  /** What of the rectangle is seen; null for nothing. */
  clipped([left, top, right, bottom]: Rectangle): Rectangle | null {
    const seen: Rectangle = [
      Math.max(left, this.clip[0]),
      Math.max(top, this.clip[1]),
      Math.min(right, this.clip[2]),
      Math.min(bottom, this.clip[3]),
    ]
    return seen[0] <= seen[2] && seen[1] <= seen[3] ? seen : null
  }

  private save(): void {
    if (this.saved.length >= deepest) return
    const { transform, clip, lineWidth, strokeColour, fillColour } = this
    this.saved.push({ transform, clip, lineWidth, strokeColour, fillColour })
  }

  private restore(): void {
    const saved = this.saved.pop()
    if (saved !== undefined) Object.assign(this, saved)
  }

  private concatenate([a, b, c, d, e, f]: Matrix): void {
    const [p, q, r, s, t, u] = this.transform
    this.transform = [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, p * e + r * f + t, q * e + s * f + u]
  }
}

function colourOf(args: unknown): string {
  const [colour] = args as [unknown]
  if (typeof colour !== 'string' || !/^#[\da-f]{6}$/iu.test(colour)) return 'unknown'
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return channels.every((one) => one >= nearlyWhite) ? '#ffffff' : colour.toLowerCase()
}
