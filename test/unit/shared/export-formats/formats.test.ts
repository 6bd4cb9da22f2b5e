import { expect, it } from 'vitest'
import {
  contentTypeOfName,
  documentExportFormats,
  exportFormatOfName,
  exportFormatsOf,
} from '../../../../src/shared/export-formats/formats.ts'

it('says what each thing can be written as, in the order in which it is offered', () => {
  expect(exportFormatsOf('story')).toEqual(['html', 'pdf', 'pptx', 'xlsx', 'md', 'md-charts', 'json', 'sql', 'zip'])
  expect(exportFormatsOf('documentStory')).toEqual(['html', 'md'])
  expect(exportFormatsOf('sourceTable')).toEqual(['csv', 'json', 'parquet'])
  expect(documentExportFormats).toEqual(['txt', 'md', 'csv', 'json'])
  expect(exportFormatsOf('document')).toEqual(['txt', 'md', 'json'])
})

it('knows the format a file name asks for, where that can be had', () => {
  const asked = ['a.JSON', 'a.htm', 'story.md', 'a.txt', 'a', 'json'].map((name) => exportFormatOfName(name, 'story'))
  expect(asked).toEqual(['json', 'html', 'md', null, null, null])
  expect(exportFormatOfName('a.csv', 'documentTable')).toBe('csv')
  expect(['a.zip', 'a.md.ZIP', 'a.sql.zip'].map((name) => exportFormatOfName(name, 'story'))).toEqual([
    'zip',
    'md-charts',
    'sql',
  ])
})

it('tells a browser what a download is', () => {
  expect(contentTypeOfName('A story.md')).toBe('text/markdown; charset=utf-8')
  expect(contentTypeOfName('a.bin')).toBe('application/octet-stream')
})
