/** Files from outside a window. */
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '../../../../src/shared/contract/events.ts'
import { createOpener, filesAmong } from '../../../../src/shared/contract/opening.ts'
import { english } from '../../../support/english.ts'
import { createFakeEngine } from '../../../support/fake-engine.ts'

describe('the files among arguments', () => {
  it('are what is no switch, and everything after --', () => {
    expect(filesAmong(['a.csv', '--no-sandbox', 'b c.csv', '--', '--d.csv', '-e.csv', '--'])).toEqual([
      'a.csv',
      'b c.csv',
      '--d.csv',
      '-e.csv',
      '--',
    ])
    expect(filesAmong([])).toEqual([])
  })
})

describe('a file opened from outside', () => {
  it('before the engine is up waits for it, then is the job to show', async () => {
    const engine = createFakeEngine(tmpdir())
    const told: EngineEvent[] = []
    const opener = createOpener({ report: () => undefined, texts: english, onFailure: () => undefined })
    const opened = opener.open([import.meta.filename, import.meta.filename])
    expect(opener.openJobId()).toBeNull()
    opener.start(engine, (event) => told.push(event))
    await opened
    expect(engine.adopted.size).toBe(2)
    expect(told).toEqual([{ name: 'job/opened', payload: { id: opener.openJobId() } }])
  })

  it('that cannot be a job is told by its name, and the next one is opened', async () => {
    const engine = createFakeEngine(tmpdir())
    const messages: string[] = []
    const opener = createOpener({
      report: () => undefined,
      texts: english,
      onFailure: ({ message }) => messages.push(message),
    })
    opener.start(engine, () => undefined)
    await opener.open(['/nowhere/at all.csv', tmpdir(), import.meta.filename])
    expect(messages).toEqual(['at all.csv is no longer where it was.', expect.stringContaining('is a folder')])
    expect(engine.adopted.size).toBe(1)
  })
})
