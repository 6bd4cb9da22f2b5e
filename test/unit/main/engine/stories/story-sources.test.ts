/** A story's file on a real disk: as it was, written anew with the same bytes, changed, moved away. */
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { StorySources } from '../../../../../src/main/engine/stories/story-sources.ts'
import { openPath } from '../../../../../src/main/intake/source-service.ts'
import { insertJob } from '../../../../../src/main/store/jobs.ts'
import { type Library, openLibrary } from '../../../../../src/main/store/library.ts'
import { selectSourceOfStory, upsertSource } from '../../../../../src/main/store/sources.ts'
import { insertStory } from '../../../../../src/main/store/stories.ts'
import { emptyStory } from '../../../../support/engine/library.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

let library: Library
let adopted: string[]

beforeEach(() => {
  library = openLibrary(':memory:')
  adopted = []
})
afterEach(() => library.close())

/** A story of the file as it is now. */
async function tell(file: string, owned: 0 | 1 = 0): Promise<void> {
  const { name, bytes, sha256, modifiedAtMs } = await openPath(file)
  const source = { sha256, name, path: file, bytes, modified_at: modifiedAtMs, owned, created_at: 1 }
  insertJob(library, {
    ...{ options: '{}', options_key: 'none', priority: 1, wanted: null, origin: null, retells: null, lineage: null },
    ...{ id: 'job', source_id: upsertSource(library, source), sha256, pipeline: 'story', now: 1 },
  })
  insertStory(library, emptyStory('story'), { jobId: 'job', optionsKey: 'none', createdAt: 1, version: null })
}

const stateOf = (id = 'story') =>
  new StorySources({
    library,
    sources: {
      adoptPath: async (given) => {
        adopted.push(given)
        return { handle: 'handle', name: path.basename(given), bytes: 1 }
      },
    },
  }).stateOf(id)

it('is the same until its bytes are others, then changed, with a handle to tell it from', () =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'sales.csv')
    writeFileSync(file, 'a,b\n1,2\n')
    await tell(file)
    expect(await stateOf()).toEqual({ state: 'same', source: null })

    // Written anew with the same content: read once, and its time of change is known from then on.
    utimesSync(file, 1_000, 1_000)
    expect(await stateOf()).toEqual({ state: 'same', source: null })
    expect(selectSourceOfStory(library, 'story')?.modified_at).toBe(statSync(file).mtimeMs)

    writeFileSync(file, 'a,b\n1,3\n')
    utimesSync(file, 2_000, 2_000)
    expect(await stateOf()).toMatchObject({ state: 'changed', source: { handle: 'handle' } })
    writeFileSync(file, 'a,b\n1,3\n4,5\n')
    expect(await stateOf()).toMatchObject({ state: 'changed' })
    expect(adopted).toEqual([file, file])
  }))

it('is gone when it was moved away or a folder stands in its place', () =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'sales.csv')
    writeFileSync(file, 'a,b\n1,2\n')
    await tell(file)
    renameSync(file, path.join(folder, 'elsewhere.csv'))
    expect(await stateOf()).toEqual({ state: 'gone', source: null })
    mkdirSync(file)
    expect((await stateOf()).state).not.toBe('same')
    rmSync(file, { recursive: true })
  }))

it('is the same of a copy of ours, whatever has become of it, and refused of no story', () =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'upload')
    writeFileSync(file, 'a,b\n1,2\n')
    await tell(file, 1)
    rmSync(file)
    expect(await stateOf()).toEqual({ state: 'same', source: null })
    await expect(stateOf('none')).rejects.toMatchObject({ reason: 'no_such_story' })
  }))
