/** Where the window was, kept between runs. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const placementSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
})
export type Placement = z.infer<typeof placementSchema>

export const smallestSize = { width: 720, height: 520 } as const
const usualSize = { width: 1240, height: 860 } as const
/** Enough of the window, in pixels, to take hold of it with the mouse. */
const graspable = 80

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  }
}

/**
 * The placement to open with: the one kept, made to fit, when enough of it still lies on a screen; else the usual size
 * in the middle (no position).
 */
export function fitted(
  kept: Placement | null,
  screens: readonly Rectangle[],
): { readonly bounds: Partial<Rectangle>; readonly maximized: boolean } {
  const screen =
    kept &&
    screens.find((area) => {
      const shared = overlap(kept.bounds, area)
      return shared.width >= graspable && shared.height >= graspable && kept.bounds.y >= area.y - graspable
    })
  if (!kept || !screen) return { bounds: usualSize, maximized: kept?.maximized ?? false }
  const width = Math.max(smallestSize.width, Math.min(kept.bounds.width, screen.width))
  const height = Math.max(smallestSize.height, Math.min(kept.bounds.height, screen.height))
  return { bounds: { x: kept.bounds.x, y: kept.bounds.y, width, height }, maximized: kept.maximized }
}

const fileIn = (folder: string): string => path.join(folder, 'window.json')

/** Null for none, and for one that cannot be read: a window always opens. */
export function readPlacement(folder: string): Placement | null {
  try {
    return placementSchema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Kept whole or not at all; not kept where the disk refuses, which is no reason to disturb anybody. */
export function writePlacement(folder: string, placement: Placement): boolean {
  try {
    const temporary = `${fileIn(folder)}.tmp`
    writeFileSync(temporary, JSON.stringify(placement), { mode: 0o600 })
    renameSync(temporary, fileIn(folder))
    return true
  } catch {
    return false
  }
}
