import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeFailure, type FailureReason } from '../../../../src/shared/failure/failure.ts'
import {
  endingsOf,
  formatIds,
  formatOf,
  formatOfName,
  formatOfType,
  isPaged,
  isTableFormat,
  mayBeNamed,
  pipelineOfName,
} from '../../../../src/shared/file-formats/formats.ts'
import { detailOfRefused, refusedKindOfName, refusedKinds } from '../../../../src/shared/file-formats/refused.ts'
import { type Texts, textsIn } from '../../../../src/shared/texts/texts.ts'
import { english } from '../../../support/english.ts'

const packaging = readFileSync(path.resolve('electron-builder.yml'), 'utf8')

describe('the formats', () => {
  it.each(formatIds)('%s is known by each of its endings and types, and by no other', (id) => {
    const { endings, types, alsoGiven } = formatOf(id)
    for (const ending of endings) {
      expect(ending).toBe(ending.toLowerCase())
      expect(formatOfName(`a.${ending.toUpperCase()}`)).toBe(id)
      expect(refusedKindOfName(`a.${ending}`)).toBeNull()
    }
    for (const ending of alsoGiven?.endings ?? []) expect(mayBeNamed(`a.${ending}`, id)).toBe(true)
    // What any text is told to be says nothing of its kind.
    for (const type of types.filter((one) => one !== 'text/plain')) {
      expect(formatOfType(`${type}; charset=utf-8`)).toBe(id)
    }
  })

  it.each(formatIds)('%s is associated in the package as its definition says', (id) => {
    const { association, types } = formatOf(id)
    if (association === null) {
      for (const type of types) expect(packaging).not.toContain(`- ${type}\n`)
      return
    }
    expect(packaging).toContain(`  - name: ${association.name}\n    ext: [${association.endings.join(', ')}]\n`)
    for (const ending of association.endings) expect(formatOfName(`a.${ending}`)).toBe(id)
    for (const type of types) expect(packaging).toContain(`    - ${type}\n`)
  })

  it('are all that the package is associated with', () => {
    const associated = formatIds.flatMap((id) => formatOf(id).association?.name ?? [])
    const block = /fileAssociations:\n((?: {2,}.*\n)+)/u.exec(packaging)?.[1] ?? ''
    expect([...block.matchAll(/- name: (.+)/gu)].map(([, name]) => name)).toEqual(associated)
    const types = /mimeTypes:\n((?: {4}- .*\n)+)/u
      .exec(packaging)?.[1]
      ?.trim()
      .split(/\s+- |^- /u)
      .filter(Boolean)
    expect(types).toEqual(formatIds.flatMap((id) => (formatOf(id).association === null ? [] : formatOf(id).types)))
  })

  it('are called by name in what is said of those that are not read, with what to do', () => {
    const said = (reason: FailureReason, detail: string, texts: Texts = english) =>
      describeFailure(texts, reason, { name: 'a.sav', detail })
    const { message, hint } = said('unsupported_kind', detailOfRefused('sas'))
    expect(message).toBe('a.sav is an SAS data set, which Storyglass cannot read.')
    expect(hint).toBe('To have it told, export its data as CSV or Parquet.')
    expect(said('unsupported_kind', detailOfRefused('sas'), textsIn('de'))).toMatchObject({
      message: 'a.sav ist ein SAS-Datensatz; das kann Storyglass nicht lesen.',
      hint: 'Damit eine Story daraus wird: die Daten als CSV oder Parquet exportieren.',
    })
    expect(said('binary_file', detailOfRefused('png')).message).toBe(
      'a.sav is a PNG image, which Storyglass cannot read.',
    )
    expect(said('binary_file', 'nothing in it is known').message).toContain('not a text file')
    expect(said('unsupported_kind', 'a document (PDF)').message).toContain('not a kind of file')
  })

  it('are named in what is said of a file that cannot be read', () => {
    const { hint } = describeFailure(english, 'unsupported_kind', { name: 'a.bin' })
    for (const id of formatIds) for (const name of formatOf(id).names) expect(hint).toContain(name)
    const { hint: ofDocuments } = describeFailure(english, 'not_a_document', { name: 'a.bin' })
    expect(ofDocuments).toContain('It reads PDF, Word .docx, Markdown, HTML, plain text. ')
  })

  it('say what becomes of a file by its name: what nothing is known of may be a table', () => {
    const names = ['a.csv', 'a.PSV', 'a.xlsm', 'a.docm', 'a.xhtml', 'a.text', 'a.b.md', 'a', 'a.dat', 'a.zip']
    expect(names.map((name) => pipelineOfName(name).charAt(0)).join('')).toBe('sssddddsss')
  })

  it('offer each ending once in a dialog, loosely used ones too', () => {
    for (const pipeline of ['story', 'document'] as const) {
      const endings = endingsOf(pipeline)
      expect(new Set(endings).size).toBe(endings.length)
    }
    expect(endingsOf('story')).toContain('txt')
  })

  it('know which are drawn as they are', () => {
    expect(formatIds.filter(isPaged)).toEqual(['pdf'])
  })

  it('take a spreadsheet by the type Windows tells of a CSV for a table', () => {
    expect(isTableFormat(formatOfType('application/vnd.ms-excel') ?? '')).toBe(true)
    expect(formatOfType('text/plain')).toBeNull()
    expect(formatOfType('image/png')).toBeNull()
  })
})

it('no ending is of two kinds that are refused', () => {
  const endings = Object.values(refusedKinds).flatMap((kind): readonly string[] => kind.endings)
  expect(new Set(endings).size).toBe(endings.length)
})
