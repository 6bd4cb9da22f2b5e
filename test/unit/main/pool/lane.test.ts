/** Which host takes the next run, told by hosts that only say what they take, and what is left of those that are ended. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { makeScratchFolder } from '../../../../src/disk/scratch.ts'
import type { LaunchHost } from '../../../../src/main/pool/hosts/host-process.ts'
import { createWorkerPool } from '../../../../src/main/pool/pool.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'

const megabyte = 1024 * 1024
const source = { path: '/nowhere/small.csv', name: 'small.csv', bytes: 100 }

/** Hosts that have taken `residentBytes` when a run on them has ended. */
function hostsThatTake(residentBytes: number): { readonly launch: LaunchHost; readonly launches: () => number } {
  let launches = 0
  const launch: LaunchHost = (_launch, { onMessage, onExit }) => {
    launches += 1
    let isRunning = true
    const say = (message: unknown): void => {
      setImmediate(() => isRunning && onMessage(message))
    }
    say({ type: 'ready' })
    return {
      send: (message) => {
        if (message.type !== 'run') return
        say({ type: 'usage', residentBytes, sharedBytes: 0, cpuMs: 1 })
        say({ type: 'ended', id: message.id, end: { outcome: 'done', output: null, elapsedMs: 1, defects: [] } })
      },
      setBusy: () => undefined,
      kill: () => {
        if (isRunning) setImmediate(onExit, { code: null, signal: 'SIGKILL', errors: '' })
        isRunning = false
      },
    }
  }
  return { launch, launches: () => launches }
}

async function launchesOf(residentBytes: number, runs: number): Promise<number> {
  const { launch, launches } = hostsThatTake(residentBytes)
  const pool = createWorkerPool({
    ...{ workerFile: 'no-such-worker.js', stageThreads: 1, taskThreads: 1, heapMegabytes: 64 },
    ...{ texts: textsIn('en'), launchHost: launch },
  })
  try {
    for (let run = 0; run < runs; run += 1) {
      const { outcome } = await pool.runStage('import', { source, sha256: '', outputDir: '/nowhere' })
      expect(outcome).toBe('done')
    }
    return launches()
  } finally {
    await pool.close()
  }
}

it('goes on with a host that holds no more than a fresh one would with all loaded', async () => {
  expect(await launchesOf(195 * megabyte, 5)).toBe(1)
})

it('replaces a host that still holds most of what the next run may take', async () => {
  expect(await launchesOf(310 * megabyte, 3)).toBe(3)
})

it('sweeps what a host that is killed leaves behind, and nothing of those that are alive', () =>
  withTemporaryFolder(async (folder) => {
    vi.stubEnv('TMPDIR', folder)
    vi.stubEnv('TEMP', folder)
    try {
      const alive = path.basename((await makeScratchFolder()).path)
      const { pid } = spawnSync(process.execPath, ['--version'])
      mkdirSync(path.join(folder, alive.replace(`-${process.pid}-`, `-${pid}-`)))
      await launchesOf(310 * megabyte, 1)
      expect(readdirSync(folder)).toEqual([alive])
    } finally {
      vi.unstubAllEnvs()
    }
  }))
