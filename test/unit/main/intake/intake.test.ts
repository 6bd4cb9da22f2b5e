import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceDurably, writeFileDurably } from '../../../../src/disk/durable.ts'
import { explainFileError } from '../../../../src/disk/file-errors.ts'
import { createFileLogger } from '../../../../src/main/engine/log-file.ts'
import { createEngine } from '../../../../src/main/engine.ts'
import { acceptPath, fingerprint } from '../../../../src/main/intake/accept.ts'
import { resolveDataDir } from '../../../../src/main/intake/data-dir.ts'
import { dataLayout, makeFolders } from '../../../../src/main/intake/layout.ts'
import { SourceService, safeName } from '../../../../src/main/intake/source-service.ts'
import { withFolder } from '../../../support/engine/with-engine.ts'
import { asNobody, isRoot } from '../../../support/faults/capabilities.ts'

const refusal = (reason: string) => expect.objectContaining({ reason })

describe('accepting a path', () => {
  it.each([
    `it's "quoted".csv`,
    'with  spaces .csv',
    '📈 emoji & ünïcödé.csv',
    '..almost.csv',
    '-rf.csv',
    '$(touch x);`y`.csv',
    'per%20cent.csv',
  ])('takes the name %s as it is', (name) =>
    withFolder(async (folder) => {
      await writeFile(path.join(folder, name), 'a,b\n')
      expect(await acceptPath(path.join(folder, name))).toMatchObject({ name, bytes: 4, path: path.join(folder, name) })
    }),
  )

  it('resolves relative paths, dots and symbolic links to the file they mean', () =>
    withFolder(async (folder) => {
      await mkdir(path.join(folder, 'inner'))
      await writeFile(path.join(folder, 'real.csv'), 'a\n')
      await symlink(path.join(folder, 'real.csv'), path.join(folder, 'inner', 'link.csv'))
      const accepted = await acceptPath('inner/../inner/link.csv', folder)
      expect(accepted).toMatchObject({ path: path.join(folder, 'real.csv'), name: 'link.csv' })
    }))

  it('says why it refuses', () =>
    withFolder(async (folder) => {
      await expect(acceptPath(path.join(folder, 'missing.csv'))).rejects.toEqual(refusal('file_missing'))
      await expect(acceptPath(folder)).rejects.toEqual(refusal('is_folder'))
      await expect(acceptPath('')).rejects.toEqual(refusal('bad_path'))
      await expect(acceptPath('a\0b.csv')).rejects.toEqual(refusal('bad_path'))
      await writeFile(path.join(folder, 'file'), '')
      await expect(acceptPath(path.join(folder, 'file', 'under.csv'))).rejects.toEqual(refusal('file_missing'))
      await symlink('loop.csv', path.join(folder, 'loop.csv'))
      await expect(acceptPath(path.join(folder, 'loop.csv'))).rejects.toEqual(refusal('bad_path'))
      await expect(acceptPath(`/${'x'.repeat(300)}`)).rejects.toEqual(refusal('bad_path'))
    }))

  it.skipIf(process.platform === 'win32')('refuses what can be read without end', () =>
    withFolder(async (folder) => {
      const server = createServer().listen(path.join(folder, 'socket.csv'))
      await new Promise((resolve) => server.once('listening', resolve))
      await expect(acceptPath(path.join(folder, 'socket.csv'))).rejects.toEqual(refusal('unsupported_kind'))
      await new Promise((resolve) => server.close(resolve))
      await expect(acceptPath('/dev/zero')).rejects.toEqual(refusal('unsupported_kind'))
    }),
  )

  it(`refuses a file it may not read${isRoot ? ' (as another user, because root may read any)' : ''}`, () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'secret.csv')
      await writeFile(file, 'a\n')
      await chmod(folder, 0o755)
      await chmod(file, 0)
      if (isRoot) expect(await asNobody('accept', file)).toBe('file_unreadable')
      else await expect(acceptPath(file)).rejects.toEqual(refusal('file_unreadable'))
    }))

  it('knows the system’s refusals, also where the tests run as root and never meet them', () => {
    const error = (code: string) => Object.assign(new Error(code), { code })
    expect(explainFileError(error('EACCES'), 'reading')).toEqual(refusal('file_unreadable'))
    expect(explainFileError(error('EPERM'), 'reading')).toEqual(refusal('file_unreadable'))
    expect(explainFileError(error('ENOSPC'), 'writing')).toEqual(refusal('disk_full'))
    expect(explainFileError(error('EROFS'), 'writing')).toEqual(refusal('disk_read_only'))
    const bug = new TypeError('a bug')
    expect(explainFileError(bug, 'writing')).toBe(bug)
  })

  it('fingerprints the bytes, and notices a file that grows meanwhile', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'a.csv')
      const content = 'x,y\n'.repeat(700_000)
      await writeFile(file, content)
      const accepted = await acceptPath(file)
      expect(await fingerprint(accepted)).toBe(createHash('sha256').update(content).digest('hex'))
      await expect(fingerprint({ ...accepted, bytes: 3 })).rejects.toEqual(refusal('file_changed'))
    }))
})

describe('uploads', () => {
  const withSources = (
    work: (sources: SourceService, layout: ReturnType<typeof dataLayout>, clock: { now: number }) => Promise<void>,
  ) =>
    withFolder(async (folder) => {
      const layout = dataLayout(folder)
      await makeFolders(layout)
      const clock = { now: 1_000 }
      await work(new SourceService(layout, () => clock.now), layout, clock)
    })
  async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
    for (const text of texts) yield Buffer.from(text)
  }

  it('are spooled whole, kept under their content’s name when used, and equal ones once', () =>
    withSources(async (sources, layout) => {
      const one = await sources.adoptStream('C:\\up\\..\\häuser.csv', chunks('a,b\n', '1,2\n'))
      expect(one).toMatchObject({ name: 'häuser.csv', bytes: 8 })
      const two = await sources.adoptStream('other.csv', chunks('a,b\n1,2\n'))
      const opened = await sources.open(one.handle)
      expect(opened).toMatchObject({ name: 'häuser.csv', owned: true, path: path.join(layout.sources, opened.sha256) })
      expect((await sources.open(two.handle)).path).toBe(opened.path)
      expect(await sources.open(one.handle)).toEqual(opened)
      expect(await readFile(opened.path, 'utf8')).toBe('a,b\n1,2\n')
      expect(await readdir(layout.uploads)).toEqual([])
      expect(await readdir(layout.sources)).toEqual([opened.sha256])
    }))

  it('leave nothing when they break off', () =>
    withSources(async (sources, layout) => {
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('a,b\n')
        throw new Error('the connection broke')
      }
      await expect(sources.adoptStream('x.csv', broken())).rejects.toThrow('the connection broke')
      expect(await readdir(layout.uploads)).toEqual([])
    }))

  it('are removed when nobody uses them for an hour, and at a start', () =>
    withSources(async (sources, layout, clock) => {
      const old = await sources.adoptStream('old.csv', chunks('old'))
      clock.now += 3_600_001
      const fresh = await sources.adoptStream('fresh.csv', chunks('fresh'))
      expect(await readdir(layout.uploads)).toHaveLength(1)
      await expect(sources.open(old.handle)).rejects.toEqual(refusal('no_such_source'))
      expect((await sources.open(fresh.handle)).name).toBe('fresh.csv')
      await sources.adoptStream('left.csv', chunks('left'))
      await sources.clear()
      expect(await readdir(layout.uploads)).toEqual([])
    }))

  it('have names that are only shown', () => {
    expect(safeName('../../etc/passwd')).toBe('passwd')
    expect(safeName('a\u0000b\nc.csv')).toBe('abc.csv')
    expect(safeName('..')).toBe('unnamed')
    expect(safeName('/')).toBe('unnamed')
    expect([...safeName('😀'.repeat(400))]).toHaveLength(255)
  })
})

describe('durable writing', () => {
  it('replaces a file whole, or leaves it and nothing beside it', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'out.txt')
      await writeFileDurably(file, 'first')
      const failing = replaceDurably(file, async (temporary) => {
        await writeFile(temporary, 'half')
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      })
      await expect(failing).rejects.toEqual(refusal('disk_full'))
      expect(await readFile(file, 'utf8')).toBe('first')
      expect(await readdir(folder)).toEqual(['out.txt'])
    }))

  it('says so when the folder is not there', () =>
    withFolder(async (folder) => {
      await rm(folder, { recursive: true })
      await expect(writeFileDurably(path.join(folder, 'a'), 'x')).rejects.toThrow()
    }))
})

describe('the data folder', () => {
  it('is the one asked for, else that of the environment, else the platform’s', () => {
    expect(resolveDataDir('given', { STORYGLASS_DATA_DIR: '/env' })).toBe(path.resolve('given'))
    expect(resolveDataDir(undefined, { STORYGLASS_DATA_DIR: '/env' })).toBe('/env')
    expect(resolveDataDir('', { STORYGLASS_DATA_DIR: '' })).toMatch(/storyglass/)
  })

  it.each(['', 'undefined', 'data/of mine'])(
    'and its log are never made where the program was started: %j',
    (folder) => {
      const options = { dataDir: folder, workerFile: 'none', samplesDir: null, version: '0.0.0' }
      expect(() => createEngine(options)).toThrow('The data folder is not absolute')
      expect(() => createFileLogger(folder)).toThrow('The folder for logs is not absolute')
    },
  )
})
