import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { documentAssetPattern } from '../../../src/shared/document/asset-address.ts'
import { ImageKeeper } from '../../../src/workers/pages/flow/images.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

/** Two by two pixels of one grey. */
function bitmap(): Buffer {
  const bytes = Buffer.alloc(70, 200)
  bytes.write('BM')
  bytes.writeUInt32LE(70, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(2, 18)
  bytes.writeInt32LE(2, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  bytes.fill(0, 30, 54)
  return bytes
}

it('keeps a bitmap as a PNG, a kind that a window is served', async () => {
  await withTemporaryFolder(async (folder) => {
    const images = new ImageKeeper(folder)
    const name = images.keep(bitmap()) ?? ''
    await images.flush()
    expect(name).toMatch(documentAssetPattern)
    expect(readFileSync(path.join(folder, name)).toString('latin1', 1, 4)).toBe('PNG')
    expect(images.warnings()).toEqual([])
  })
})

it('says of a bitmap that is damaged that it was left out', async () => {
  await withTemporaryFolder(async (folder) => {
    const images = new ImageKeeper(folder)
    images.keep(bitmap().fill(255, 28, 34).subarray(0, 56))
    await images.flush()
    expect(images.warnings().map(({ code }) => code)).toEqual(['image_damaged'])
  })
})
