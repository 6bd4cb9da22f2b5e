/** One command from its payload to its answer, whatever carried it. */
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { type CommandHandlers, commands } from '../../../../src/shared/contract/commands.ts'
import { dispatch, failureOf } from '../../../../src/shared/contract/dispatch.ts'
import { events } from '../../../../src/shared/contract/events.ts'
import { commandNames, eventNames, isCommandName, isEventName } from '../../../../src/shared/contract/names.ts'
import { StoryglassError } from '../../../../src/shared/failure/failure.ts'
import { english } from '../../../support/english.ts'
import { createFakeEngine, jobNamed } from '../../../support/fake-engine.ts'

function handlers(own: Partial<CommandHandlers> = {}): CommandHandlers {
  return {
    ...createFakeEngine(tmpdir()).handlers,
    'app/info': async () => {
      throw new Error('not asked here')
    },
    'sources/pick': async () => ({ sources: [] }),
    'watches/pick': async () => ({ offered: false, watch: null }),
    'stories/export': async () => ({ saved: null }),
    'documents/export': async () => ({ saved: null }),
    'grid/export': async () => ({ saved: null }),
    ...own,
  }
}

describe('the names of the contract', () => {
  it('are those of its maps, and no others, inherited ones neither', () => {
    expect([...commandNames].sort()).toEqual(Object.keys(commands).sort())
    expect([...eventNames].sort()).toEqual(Object.keys(events).sort())
    for (const name of ['toString', 'constructor', '__proto__', '', 'jobs', null, 7]) {
      expect(isCommandName(name)).toBe(false)
      expect(isEventName(name)).toBe(false)
    }
  })
})

describe('a dispatched command', () => {
  it('reaches its handler with defaults filled in', async () => {
    const seen: unknown[] = []
    const own = handlers({
      'jobs/list': async (input) => {
        seen.push(input)
        return { jobs: [], total: 0 }
      },
    })
    const { verdict, result } = await dispatch(own, 'jobs/list', {}, { report: () => undefined, texts: english })
    expect(seen).toEqual([{ statuses: [], limit: 100, offset: 0 }])
    expect({ verdict, result }).toEqual({ verdict: 'answered', result: { ok: true, output: { jobs: [], total: 0 } } })
  })

  it('gives away nothing the contract does not name', async () => {
    const job = { ...jobNamed('j', 'a.csv'), path: '/home/someone/a.csv' }
    const { result } = await dispatch(
      handlers({ 'jobs/get': async () => ({ job }) }),
      'jobs/get',
      { id: 'j' },
      { report: () => undefined, texts: english },
    )
    expect(result.ok).toBe(true)
    expect(JSON.stringify(result)).not.toContain('/home/someone')
  })

  it('whose answer breaks the contract is a bug, told as one', async () => {
    const bugs: string[] = []
    const own = handlers({ 'jobs/list': async () => ({ jobs: [], total: 1.5 }) })
    const { result } = await dispatch(
      own,
      'jobs/list',
      {},
      {
        report: (where) => bugs.push(where),
        texts: english,
      },
    )
    expect(result).toMatchObject({ ok: false, failure: { reason: 'internal' } })
    expect(bugs).toEqual(['jobs/list'])
  })
})

describe('the words for a failure outside a job', () => {
  it('name the file as the user wrote it, where it is known', () => {
    expect(failureOf(english, new StoryglassError('empty_file'), 'a.csv').message).toBe('a.csv is empty.')
    expect(failureOf(english, new StoryglassError('empty_file')).message).toBe('The file is empty.')
    expect(failureOf(english, 'odd').message).toBe('Something unexpected went wrong with the file.')
  })
})
