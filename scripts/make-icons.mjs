// Draws the PNG icons of every shell from `resources/icons/icon.svg`, which stays the only original.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const root = path.dirname(import.meta.dirname)
const folder = path.join(root, 'resources/icons')
const original = path.join(folder, 'icon.svg')
const drawing = readFileSync(original)

async function draw(size) {
  // Told its size before it is drawn, so that it is drawn at that size and not scaled from another.
  const sized = drawing.toString().replace('width="1024" height="1024"', `width="${size}" height="${size}"`)
  const image = await loadImage(Buffer.from(sized))
  const canvas = createCanvas(size, size)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, size, size)
  return canvas.encode('png')
}

mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'icon.png'), await draw(1024))
for (const size of [32, 128, 256, 512]) writeFileSync(path.join(folder, `${size}x${size}.png`), await draw(size))
copyFileSync(original, path.join(root, 'src/renderer/icon.svg'))
