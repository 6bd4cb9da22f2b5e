import { describe, expect, it } from 'vitest'
import { endParts } from '../../../../src/main/engine/shutdown.ts'

function logger() {
  const errors: string[] = []
  const ignore = (): void => undefined
  return {
    errors,
    info: ignore,
    warn: ignore,
    error: (message: string, fields: object = {}) => void errors.push(`${message} ${JSON.stringify(fields)}`),
  }
}

const never = (): Promise<never> => new Promise(() => undefined)

describe('ending the parts of the engine', () => {
  it('ends them in order', async () => {
    const ended: string[] = []
    const part = (name: string) => ({ name, end: async () => void ended.push(name) })
    expect(await endParts([part('jobs'), part('threads')], 1_000, logger())).toEqual([])
    expect(ended).toEqual(['jobs', 'threads'])
  })

  it('names those that do not end in time, and does not pull one from under them', async () => {
    const log = logger()
    const ended: string[] = []
    const unfinished = await endParts(
      [
        { name: 'jobs', end: never },
        { name: 'threads', end: async () => void ended.push('threads'), after: ['jobs'] },
        { name: 'upkeep', end: async () => void ended.push('upkeep') },
      ],
      20,
      log,
    )
    expect(unfinished).toEqual(['jobs', 'threads'])
    expect(ended).toEqual(['upkeep'])
    expect(log.errors.join()).toContain('"part":"jobs"')
  })

  it('takes a part that throws for ended, and says so', async () => {
    const log = logger()
    const broken = { name: 'threads', end: async () => Promise.reject(new Error('broken')) }
    expect(await endParts([broken], 1_000, log)).toEqual([])
    expect(log.errors.join()).toContain('broken')
  })
})
