/** What is told of a JPEG before it is decoded. */
import { describe, expect, it } from 'vitest'
import { jpegSize } from '../../../../../src/workers/formats/pdf/jpeg.ts'

const frame = (marker: number, height: number, width: number): number[] => [
  0xff,
  marker,
  0,
  17,
  8,
  height >> 8,
  height & 255,
  width >> 8,
  width & 255,
  3,
]
const start = [0xff, 0xd8]
const comment = [0xff, 0xfe, 0, 4, 0xff, 0xc0]
const padding = [0xff]

describe('the size of a JPEG', () => {
  it.each([0xc0, 0xc1, 0xc2])('is in its frame, whatever stands before it (marker %i)', (marker) => {
    const bytes = Uint8Array.from([...start, ...comment, ...padding, ...frame(marker, 300, 70_000 - 65_536)])
    expect(jpegSize(bytes)).toEqual({ width: 4_464, height: 300 })
  })
  it.each([
    ['no JPEG', [0x89, 0x50, 0x4e, 0x47, ...frame(0xc0, 3, 4)]],
    ['of a kind no decoder here has', [...start, ...frame(0xc3, 3, 4)]],
    ['cut off', [...start, ...frame(0xc0, 3, 4).slice(0, 6)]],
    ['without height', [...start, ...frame(0xc0, 0, 4)]],
    ['leading in circles', [...start, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('is not known of one that is %s', (_, bytes) => {
    expect(jpegSize(Uint8Array.from(bytes))).toBeNull()
  })
})
