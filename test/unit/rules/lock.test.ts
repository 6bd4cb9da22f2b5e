/** The lock file holds the native parts of every platform, also those the registry at hand did not know. */
import { describe, expect, it } from 'vitest'
import { completeLock, platformOf } from '../../../scripts/complete-lock.mjs'

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
