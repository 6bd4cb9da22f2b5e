/** docs/security.md names a test for each promise: they are there, under these names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const model = readFileSync(path.join(root, 'docs/security.md'), 'utf8')

function sourcesIn(folder: string): string {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'))
    .join('\n')
}

describe('the threat model', () => {
  it('names files that there are', () => {
    const files = [...model.matchAll(/`((?:src|test|docs)\/[^`\s]+)`/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const commands = [...model.matchAll(/`npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })

  it('quotes tests by their names', () => {
    const tests = sourcesIn('test')
    const quoted = [...model.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
    expect(quoted.length).toBeGreaterThan(10)
    expect(quoted.filter((name) => !tests.includes(name))).toEqual([])
  })

  it('says truly that the shell opens nothing outside', () => {
    expect(sourcesIn('src/main')).not.toContain('openExternal')
  })

  it('says truly that no window is loosened', () => {
    const loosened =
      /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|nodeIntegrationIn|webSecurity: false|sandbox: false|contextIsolation: false|nodeIntegration: true/u
    expect(loosened.test('webPreferences: { webviewTag: true }')).toBe(true)
    expect(sourcesIn('src/main').match(loosened)).toBeNull()
  })
})
