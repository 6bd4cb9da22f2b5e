/** The lock file holds the native parts of every platform, also those the registry at hand did not know. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { completeIntegrity, completeLock, platformOf, withoutIntegrity } from '../../../scripts/complete-lock.mjs'

describe('the platform in a package name', () => {
  it.each([
    ['@biomejs/cli-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
    ['@napi-rs/canvas-linux-riscv64-gnu', { cpu: ['riscv64'], libc: ['glibc'], os: ['linux'] }],
    ['@oxc-parser/binding-linux-arm-musleabihf', { cpu: ['arm'], libc: ['musl'], os: ['linux'] }],
    ['@napi-rs/canvas-win32-arm64-msvc', { cpu: ['arm64'], os: ['win32'] }],
    ['fsevents', null],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })
})

describe('a lock that lost a platform', () => {
  const lock = {
    packages: {
      '': { name: 'app' },
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
      },
      'node_modules/@tool/linux-x64': { version: '1.0.0', dev: true, optional: true },
    },
  }

  it('gets it back, of the version its parent asks for and only for that platform', () => {
    const { lock: whole, added } = completeLock(lock)
    expect(added).toEqual(['@tool/darwin-arm64'])
    expect(whole.packages['node_modules/@tool/darwin-arm64']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      os: ['darwin'],
      dev: true,
      optional: true,
    })
  })

  it('is left as it is once whole', () => {
    expect(completeLock(completeLock(lock).lock).added).toEqual([])
  })
})

describe('the integrity of what is downloaded', () => {
  const sha512 = `sha512-${'A'.repeat(86)}==`
  const file = path.resolve(import.meta.dirname, '../../../package-lock.json')

  it('is in every entry of our lock, a SHA-512', () => {
    const lock = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof withoutIntegrity>[0]
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500)
    expect([...withoutIntegrity(lock).keys()]).toEqual([])
    expect(completeLock(lock).added).toEqual([])
  })

  it('is missed where there is none, or one that is weak, also of a package within another', () => {
    const packages = {
      '': { name: 'app' },
      'node_modules/good': { version: '1.0.0', integrity: sha512 },
      'node_modules/linked': { link: true },
      'node_modules/bare': { version: '2.0.0' },
      'node_modules/good/node_modules/@scope/weak': { version: '3.0.0', integrity: 'sha1-abc=' },
    }
    expect([...withoutIntegrity({ packages }).keys()]).toEqual(['bare@2.0.0', '@scope/weak@3.0.0'])
  })

  it('is asked for once a package, and put beside its version', async () => {
    const asked: string[] = []
    const packages = {
      '': { name: 'app' },
      'node_modules/a': { version: '1.0.0', cpu: ['x64'] },
      'node_modules/b/node_modules/a': { version: '1.0.0' },
    }
    const whole = await completeIntegrity({ packages }, async (specifier: string) => {
      asked.push(specifier)
      return sha512
    })
    expect(asked).toEqual(['a@1.0.0'])
    expect(whole.packages['node_modules/a']).toEqual({ version: '1.0.0', integrity: sha512, cpu: ['x64'] })
    expect(withoutIntegrity(whole).size).toBe(0)
  })
})
