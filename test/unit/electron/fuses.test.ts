/** The trial of the fuses, on Node itself (which has none) and on a program that obeys nothing. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tryFuses } from '../../electron/fuses.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

const fuses = ['runAsNode', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments']

it('finds each fuse broken on a program that is a Node', () =>
  withTemporaryFolder(async (folder) => {
    // Lives on when it is given no script.
    const idle = path.join(folder, 'idle.cjs')
    await writeFile(
      idle,
      'setInterval(() => {}, 1000); if (process.argv[2]?.endsWith(".cjs")) require(process.argv[2])',
    )
    // A Node takes its switches before its script only.
    const node = path.join(folder, 'node')
    const switches = 'case "$1" in --*) exec "$NODE" "$1" "$IDLE";; *) exec "$NODE" "$IDLE" "$@";; esac'
    await writeFile(node, `#!/bin/sh\nNODE='${process.execPath}'\nIDLE='${idle}'\n${switches}\n`, { mode: 0o755 })
    const trials = await tryFuses(node, [], 20_000)
    expect(trials.map(({ fuse }) => fuse)).toEqual(fuses)
    expect(trials.filter(({ broken }) => broken === null)).toEqual([])
  }))

it('finds none broken on a program that obeys nothing, or ends at once', () =>
  withTemporaryFolder(async (folder) => {
    for (const [name, body] of [
      ['deaf', 'exec sleep 60'],
      ['ending', 'exit 0'],
    ] as const) {
      const program = path.join(folder, name)
      await writeFile(program, `#!/bin/sh\n${body}\n`, { mode: 0o755 })
      expect((await tryFuses(program, [], 150)).filter(({ broken }) => broken !== null)).toEqual([])
    }
  }))

it('says when there is nothing to be started', async () => {
  await expect(tryFuses('/nowhere/storyglass')).rejects.toThrow(/ENOENT/)
})
