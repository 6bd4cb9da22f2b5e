/** Things that stand at many places: counted, and listed with the first of them. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { Mentions } from '../../../../src/workers/summary/facts/mentions.ts'

/** Bytes, without what nobody holds any more. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

const place = (page: number, start = 0) => ({ page, start, end: start + 3 })

it('lists the most frequent first, and those equally frequent in the order of the document', () => {
  const mentions = new Mentions()
  for (const [at, key] of ['one', 'two', 'three', 'two', 'three', 'two'].entries())
    mentions.add(key, place(at + 1, 10 * at))
  expect(mentions.list(9).map(({ key, count }) => [key, count])).toEqual([
    ['two', 3],
    ['three', 2],
    ['one', 1],
  ])
  expect(mentions.list(1)).toEqual([{ key: 'two', count: 3, places: [place(2, 10), place(4, 30), place(6, 50)] }])
  expect(new Mentions().list(5)).toEqual([])
})

it('keeps the first fifty places of a thing, and counts them all', () => {
  const mentions = new Mentions()
  for (let page = 1; page <= 80; page++) mentions.add('often', place(page))
  const [often] = mentions.list(1)
  expect(often?.count).toBe(80)
  expect(often?.places.map(({ page }) => page)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})

it('takes little for each of many things that stand at one place', () => {
  const before = heapInUse()
  const mentions = new Mentions()
  for (let at = 0; at < 300_000; at++) mentions.add(`${at} EUR`, place(1 + (at % 100), at))
  // Some 100 bytes each; with an object for each place and each value it was 400.
  expect((heapInUse() - before) / 300_000).toBeLessThan(250)
  expect(mentions.list(2).map(({ key }) => key)).toEqual(['0 EUR', '1 EUR'])
})
