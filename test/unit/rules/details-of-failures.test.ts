/** What a hint points at is read by a person: it comes from the catalogues. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeFailure, reasonsToldWithDetail } from '../../../src/shared/failure/failure.ts'
import { note, quotedList } from '../../../src/shared/story/note.ts'
import { textsIn } from '../../../src/shared/texts/texts.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Faults of ours, to be reported to us as they are. */
const reported: ReadonlySet<string> = new Set(['records_lost', 'internal', 'evidence_mismatch', 'print_failed'])

const told: ReadonlySet<string> = reasonsToldWithDetail

/** Of a source, the details that are sentences in English, by the reason they are given with. */
function plainDetails(source: string): string[] {
  const thrown = /new StoryglassError\(\s*'(\w+)',\s*(['`])((?:\\.|(?!\2)[^\\])*)\2/gu
  return [...source.matchAll(thrown)].flatMap(([, reason = '', , detail = '']) => {
    const words = detail.replaceAll(/\$\{[^}]*\}/gu, ' ').match(/[a-z]{2,}/gu) ?? []
    const isRead = told.has(reason) && !reported.has(reason)
    return isRead && words.length > 0 ? [`${reason}: ${detail}`] : []
  })
}

describe('what the hint of a failure points at', () => {
  it('is written in no other place than the catalogues', () => {
    const sentence = `\`\${place} is neither\``
    expect(plainDetails(`new StoryglassError('bad_path', ${sentence})`)).toHaveLength(1)
    expect(plainDetails(`new StoryglassError('bad_path', \`--\${place}\`)`)).toEqual([])
    const found = globSync('src/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
      plainDetails(readFileSync(path.join(root, file), 'utf8')).map((detail) => `${file}: ${detail}`),
    )
    expect(found).toEqual([])
  })

  it('is said in the language of who reads it', () => {
    const detail = note('failed.noColumn', { missing: quotedList(['Alter']), there: quotedList(['a', 'b', 'c']) })
    const said = (tag: 'en' | 'de') => describeFailure(textsIn(tag), 'no_such_column', { name: 'a.csv', detail }).detail
    expect(said('en')).toBe('not “Alter”; there are “a”, “b” and “c”')
    expect(said('de')).toBe('nicht „Alter“; vorhanden sind „a“, „b“ und „c“')
  })

  it('stands as it is where only a report needs it', () => {
    const { detail } = describeFailure(textsIn('de'), 'internal', { name: 'a.csv', detail: 'TypeError: x' })
    expect(detail).toBe('TypeError: x')
  })
})
