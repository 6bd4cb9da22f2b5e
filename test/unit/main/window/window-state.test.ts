/** Where a window opens. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitted, type Placement, readPlacement, writePlacement } from '../../../../src/main/window/window-state.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'

const screen = { x: 0, y: 25, width: 1920, height: 1055 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const kept = (x: number, y: number, width: number, height: number): Placement => ({
  bounds: { x, y, width, height },
  maximized: false,
})

describe('a window', () => {
  it('opens where it was closed, on any screen', () => {
    for (const placement of [kept(100, 100, 900, 700), kept(-1000, 50, 900, 700), kept(1800, 900, 900, 700)]) {
      expect(fitted(placement, [screen, left]).bounds).toEqual(placement.bounds)
    }
  })

  it('opens in the middle when its screen has gone or too little of it can be grasped', () => {
    for (const placement of [kept(-1000, 50, 900, 700), kept(1900, 100, 900, 700), kept(100, -300, 900, 500)]) {
      expect(fitted(placement, [screen]).bounds).toEqual({ width: 1240, height: 860 })
    }
    expect(fitted(null, [screen])).toEqual({ bounds: { width: 1240, height: 860 }, maximized: false })
  })

  it('is never larger than its screen nor smaller than it can be used', () => {
    expect(fitted(kept(0, 25, 5000, 4000), [screen]).bounds).toMatchObject({ width: 1920, height: 1055 })
    expect(fitted(kept(0, 25, 200, 200), [screen]).bounds).toMatchObject({ width: 720, height: 520 })
  })
})

describe('the place that is kept', () => {
  it('is read back as written, and is none when damaged', async () => {
    await withTemporaryFolder(async (folder) => {
      expect(readPlacement(folder)).toBeNull()
      expect(writePlacement(folder, kept(1, 2, 800, 600))).toBe(true)
      expect(readPlacement(folder)).toEqual(kept(1, 2, 800, 600))
      for (const damaged of ['', '{', '{"bounds":{"x":0,"y":0,"width":-1,"height":5},"maximized":false}']) {
        writeFileSync(path.join(folder, 'window.json'), damaged)
        expect(readPlacement(folder)).toBeNull()
      }
      expect(writePlacement(path.join(folder, 'nowhere'), kept(1, 2, 3, 4))).toBe(false)
    })
  })
})
