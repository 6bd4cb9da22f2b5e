import { expect, test } from 'vitest'
import { createSlots } from '../../../../src/renderer/queries/slots.ts'

test('no more run at once than there are slots, and a failure gives its slot back', async () => {
  const inSlot = createSlots(2)
  const { signal } = new AbortController()
  let [running, most] = [0, 0]
  const work = async (): Promise<void> => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running -= 1
    throw new Error('failed')
  }
  const settled = await Promise.allSettled(Array.from({ length: 9 }, () => inSlot(signal, work)))
  expect(settled.every(({ status }) => status === 'rejected')).toBe(true)
  expect(most).toBe(2)
})

test('what came last begins next, and what is no longer wanted is not begun', async () => {
  const inSlot = createSlots(1)
  const wanted = new AbortController()
  const left = new AbortController()
  const begun: string[] = []
  const work = (name: string) => async (): Promise<void> => {
    begun.push(name)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const all = [
    inSlot(wanted.signal, work('first')),
    inSlot(wanted.signal, work('second')),
    inSlot(left.signal, work('left')),
    inSlot(wanted.signal, work('third')),
  ]
  left.abort()
  await Promise.allSettled(all)
  expect(begun).toEqual(['first', 'third', 'second'])
})
