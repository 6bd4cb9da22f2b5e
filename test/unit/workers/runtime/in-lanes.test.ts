import { describe, expect, it } from 'vitest'
import { inLanes } from '../../../../src/workers/runtime/in-lanes.ts'

/** Work whose pieces end when they are told to. */
function piecesOf(count: number) {
  const gates = Array.from({ length: count }, () => Promise.withResolvers<string>())
  const begun: number[] = []
  const work = (_: string, index: number): Promise<string> => {
    begun.push(index)
    return gates[index]?.promise ?? Promise.reject(new Error('no such piece'))
  }
  return { gates, begun, work }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('work in lanes', () => {
  it('begins so many pieces at a time, in order, and gives results in order', async () => {
    const { gates, begun, work } = piecesOf(4)
    const all = inLanes(2, ['a', 'b', 'c', 'd'], work)
    await soon()
    expect(begun).toEqual([0, 1])
    gates[1]?.resolve('second')
    await soon()
    expect(begun).toEqual([0, 1, 2])
    gates[2]?.resolve('third')
    gates[3]?.resolve('fourth')
    gates[0]?.resolve('first')
    expect(await all).toEqual(['first', 'second', 'third', 'fourth'])
  })

  it('throws the failure only when what was begun has ended, and begins nothing more', async () => {
    const { gates, begun, work } = piecesOf(3)
    let ended = false
    const all = inLanes(2, ['a', 'b', 'c'], work).finally(() => {
      ended = true
    })
    all.catch(() => undefined)
    gates[0]?.reject(new Error('broken'))
    await soon()
    expect(ended).toBe(false)
    gates[1]?.resolve('second')
    await expect(all).rejects.toThrow('broken')
    expect(begun).toEqual([0, 1])
  })

  it('gives nothing for nothing', async () => {
    expect(await inLanes(2, [], () => Promise.resolve(1))).toEqual([])
  })
})
