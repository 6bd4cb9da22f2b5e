/** The import rules themselves: each is broken once in a small tree, and must be noticed. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { layers } from '../../../config/layers.mjs'
import { checkImports, importsOf } from '../../../scripts/import-rules.mjs'

const root = path.resolve(import.meta.dirname, '../../..')
const folders: string[] = []

function tree(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-imports-'))
  folders.push(folder)
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function violationsOf(files: Record<string, string>): string[] {
  return checkImports(tree(files), layers).violations
}

describe('the import rules', () => {
  it('let a worker import the shared vocabulary and DuckDB', () => {
    const files = {
      'src/shared/a.ts': 'export const a = 1',
      'src/workers/runtime/duckdb/b.ts':
        "import { DuckDBInstance } from '@duckdb/node-api'\nimport { a } from '../../../shared/a.ts'\nexport const b = [a, DuckDBInstance]",
    }
    expect(violationsOf(files)).toEqual([])
  })

  const broken: [string, Record<string, string>, RegExp][] = [
    ['shared code that imports node:', { 'src/shared/a.ts': "import 'node:fs'" }, /shared\/a\.ts imports node:fs/],
    [
      'a worker that imports electron',
      { 'src/workers/runtime/a.ts': "import 'electron'" },
      /imports the package electron/,
    ],
    [
      'the engine that imports electron',
      { 'src/main/engine.ts': "import { app } from 'electron'\nexport const b = app" },
      /imports the package electron/,
    ],
    [
      'SQLite outside the store',
      { 'src/main/jobs/a.ts': "import D from 'better-sqlite3'\nexport const b = D" },
      /imports the package better-sqlite3/,
    ],
    [
      'DuckDB outside the workers',
      { 'src/main/store/a.ts': "import { DuckDBInstance } from '@duckdb/node-api'\nexport const b = DuckDBInstance" },
      /imports the package @duckdb\/node-api/,
    ],
    [
      'a window that imports the engine, if only its types',
      {
        'src/main/engine.ts': 'export interface Engine { a: 1 }',
        'src/renderer/a.ts': "import type { Engine } from '../main/engine.ts'\nexport type B = Engine",
      },
      /renderer\/a\.ts \(interface\) imports src\/main\/engine\.ts \(engine\)/,
    ],
    [
      'chart.js outside the charts of the window',
      { 'src/renderer/screens/a.ts': "import { Chart } from 'chart.js'\nexport const b = Chart" },
      /imports the package chart\.js/,
    ],
    [
      'a format that imports the analysis above it',
      {
        'src/workers/analysis/a.ts': 'export const a = 1',
        'src/workers/formats/csv/b.ts': "import { a } from '../../analysis/a.ts'\nexport const b = a",
      },
      /\(formats\) imports src\/workers\/analysis\/a\.ts \(analysis\)/,
    ],
    [
      'a product that imports its gallery',
      {
        'dev/gallery/a.ts': 'export const a = 1',
        'src/renderer/b.ts': "import { a } from '../../dev/gallery/a.ts'\nexport const b = a",
      },
      /\(interface\) imports dev\/gallery\/a\.ts \(gallery\)/,
    ],
    [
      'a query that knows what is done with it',
      {
        'src/renderer/stores/a.ts': 'export const a = 1',
        'src/renderer/queries/b.ts': "import { a } from '../stores/a.ts'\nexport const b = a",
      },
      /\(queries\) imports src\/renderer\/stores\/a\.ts \(interface\)/,
    ],
    [
      'a store that imports the jobs above it',
      {
        'src/main/jobs/a.ts': 'export const a = 1',
        'src/main/store/b.ts': "import { a } from '../jobs/a.ts'\nexport const b = a",
      },
      /\(store\) imports src\/main\/jobs\/a\.ts \(jobs\)/,
    ],
    ['a file in no layer', { 'src/elsewhere/a.ts': 'export const a = 1' }, /belongs to no layer/],
    [
      'two files that import each other',
      {
        'src/shared/a.ts': "import { b } from './b.ts'\nexport const a = (): number => b",
        'src/shared/b.ts': "import { a } from './a.ts'\nexport const b = a()",
      },
      /in a circle: src\/shared\/a\.ts/,
    ],
    ['an import of nothing', { 'src/shared/a.ts': "export * from './missing.ts'" }, /does not exist/],
  ]
  it.each(broken)('refuse %s', (_what, files, message) => {
    const violations = violationsOf(files)
    expect(violations.join('\n')).toMatch(message)
  })

  it('read what is imported by re-export, at run time, by require and for a type alone', () => {
    const source = [
      "import type { A } from './a.ts'",
      "export { b } from './b.ts'",
      "export * from './c.ts'",
      "const d = await import('./d.ts')",
      "type E = import('./e.ts').E",
      "const f = require('./f.ts')",
      'export const g = <div>{String([d, f])}</div>',
    ].join('\n')
    const specifiers = importsOf('x.tsx', source).map(({ specifier }) => specifier)
    expect(specifiers.sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts'])
  })

  it('refuse a source that cannot be read, rather than find no imports in it', () => {
    expect(() => violationsOf({ 'src/shared/a.ts': 'import {{' })).toThrow(/src\/shared\/a\.ts cannot be parsed/)
  })

  it('refuse two files that import each other, if one of them only a type', () => {
    const files = {
      'src/shared/a.ts': "import { b } from './b.ts'\nexport type A = 1\nexport const a = b",
      'src/shared/b.ts': "import type { A } from './a.ts'\nexport const b: A = 1",
    }
    expect(violationsOf(files).join('\n')).toMatch(/in a circle: src\/shared\/a\.ts/)
  })
})
