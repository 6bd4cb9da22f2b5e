import { describe, expect, it } from 'vitest'
import { hostsShare, judgeMemory, type LedgerHost, leastHostBytes } from '../../../../src/main/pool/memory-ledger.ts'

const megabyte = 1024 * 1024
const engineBytes = 100 * megabyte
const memoryBytes = 500 * megabyte
const host = (megabytes: number, sourceKey: string | null, shared = 0): LedgerHost => ({
  residentBytes: megabytes * megabyte,
  sharedBytes: shared * megabyte,
  work: sourceKey === null ? null : { sourceKey, memoryBytes },
})

describe('the memory of hosts', () => {
  it('is what the whole may take less what the engine takes, and never too little to work', () => {
    expect(hostsShare(memoryBytes, engineBytes)).toBe(400 * megabyte)
    expect(hostsShare(memoryBytes, 490 * megabyte)).toBe(leastHostBytes)
  })

  it('is shared by those on one source: the largest of them goes when it is too much', () => {
    const [one, other, elsewhere] = [host(150, 'a'), host(260, 'a'), host(390, 'b')]
    const hosts = [one, other, elsewhere]
    expect(judgeMemory(hosts, one, engineBytes)).toEqual({
      is: 'over',
      host: other,
      takenBytes: 410 * megabyte,
      shareBytes: 400 * megabyte,
    })
    expect(judgeMemory(hosts, elsewhere, engineBytes)).toEqual({ is: 'within' })
  })

  it('counts what all of them hold once', () => {
    const hosts = [host(250, 'a', 80), host(200, 'a', 70)]
    expect(judgeMemory(hosts, host(200, 'a', 70), engineBytes)).toEqual({ is: 'within' })
    const [one, other] = [host(290, 'a', 80), host(200, 'a', 70)]
    expect(judgeMemory([one, other], other, engineBytes)).toMatchObject({
      is: 'over',
      host: one,
      takenBytes: 420 * megabyte,
    })
  })

  it('is taken first from those that wait for work', () => {
    const [busy, idle] = [host(300, 'a'), host(120, null)]
    expect(judgeMemory([busy, idle], busy, engineBytes)).toEqual({ is: 'crowded', idle: [idle] })
    expect(judgeMemory([host(200, 'a'), idle], host(200, 'a'), engineBytes)).toEqual({ is: 'within' })
  })

  it('is not judged for a host whose work has ended meanwhile', () => {
    const idle = host(900, null)
    expect(judgeMemory([idle], idle, engineBytes)).toEqual({ is: 'within' })
  })
})
