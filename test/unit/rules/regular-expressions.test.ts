/** No regular expression of ours takes much longer for a text that was made for it, but for those that are argued for. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { arguedFor, cachedGrowth, expressionsOf, growthOf } from '../../../scripts/regular-expression-rules.mjs'
import { withTemporaryFolder } from '../../support/temporary.ts'

const root = path.resolve(import.meta.dirname, '../../..')
/** Judging all of them anew takes most of a minute where nothing is kept of the last time. */
const judgeAllMs = 900_000

describe('a regular expression', () => {
  it('is found where it is written, with its flags, and where it is put together', () =>
    withTemporaryFolder(async (folder) => {
      mkdirSync(path.join(folder, 'in'))
      writeFileSync(
        path.join(folder, 'in/a.ts'),
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is a source, whose template is its own
        'export const a = /a+/gu\nexport const b = new RegExp(`x${a}`,\n  "u")\n',
      )
      writeFileSync(path.join(folder, 'b.tsx'), 'export const c = /a+/gu // not /this/\n')
      expect([...expressionsOf(folder)].map(([key, { files }]) => [key, files])).toEqual([
        ['/a+/gu', ['b.tsx', 'in/a.ts']],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the same
        ['new RegExp(`x${a}`, "u")', ['in/a.ts']],
      ])
    }))

  it('is told by how its time grows', () => {
    expect(growthOf('^(?:h+|m+)+$', 'u')).toMatch(/^exponential/)
    expect(growthOf('a+$', 'u')).toMatch(/^polynomial of degree 2/)
    expect(growthOf('^[hm]+$', 'u')).toBeNull()
  }, 120_000)

  it(
    'of the application takes time in proportion to its text, or is argued for',
    () => {
      const argued = arguedFor() as { readonly because: string; readonly expressions: readonly string[] }[]
      const known = new Set(argued.flatMap(({ expressions }) => expressions))
      const growth = cachedGrowth(path.join(root, 'node_modules/.cache/storyglass-regular-expressions.json'))
      const found = expressionsOf(path.join(root, 'src'))
      expect(found.size).toBeGreaterThan(500)
      const open: string[] = []
      for (const [key, expression] of found) {
        if (known.has(key)) continue
        const told = 'code' in expression ? 'put together' : growth.of(expression.pattern, expression.flags)
        if (told !== null) open.push(`${expression.files.join(', ')}: ${key}: ${told}`)
      }
      growth.save()
      expect(open).toEqual([])
      expect(
        [...known].filter((key) => !found.has(key)),
        'argued for, and gone',
      ).toEqual([])
    },
    judgeAllMs,
  )
})
