/** Small real files, each of its own content, from seeded numbers. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pdfBytes, textAt } from '../pdf-document.ts'

/** Uniform on [0, 1), the same for the same seed. Source: mulberry32, T. Ettinger. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const regions = ['North', 'South', 'East', 'West']

/** A table of 36 months with a trend, a group and noise. */
export function writeTable(folder: string, name: string, random: () => number): string {
  const lines = ['month,region,amount,units']
  for (let month = 0; month < 36; month += 1) {
    const date = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
    const amount = (100 + 4 * month + 20 * random()).toFixed(2)
    lines.push(`${date},${regions[month % regions.length]},${amount},${Math.floor(random() * 50)}`)
  }
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/** A PDF of a few pages, each with sentences of its own. */
export function writeReport(folder: string, name: string, random: () => number): string {
  const sentence = (): string => {
    const region = regions[Math.floor(random() * regions.length)] ?? 'North'
    return `The ${region} region sold ${Math.floor(random() * 1e6)} units in the year and expects to sell more.`
  }
  const pages = Array.from({ length: 4 }, () => ({
    content: Array.from({ length: 6 }, (_, line) => textAt(sentence(), 72, 700 - 16 * line)).join('\n'),
  }))
  const file = path.join(folder, name)
  writeFileSync(file, pdfBytes({ pages, info: { Title: `Report ${name}` } }))
  return file
}

/** A header without rows: a job of it fails for good. */
export function writeHeaderOnly(folder: string, name: string, random: () => number): string {
  const file = path.join(folder, name)
  writeFileSync(file, `month,amount ${Math.floor(random() * 1e9)}\n`)
  return file
}
