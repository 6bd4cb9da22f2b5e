import { expect, test } from 'vitest'
import { documentJobs } from '../../../dev/gallery/sample-document-jobs.ts'
import { jobOf, jobStates } from '../../../dev/gallery/sample-jobs.ts'
import { acceptedFiles, pipelineOf, pipelineOfKind } from '../../../src/renderer/words/kinds.ts'
import { canBeUnlocked, isReadable, originWords, placeOfJob } from '../../../src/renderer/words/reading.ts'
import { stageOf, stagesOf } from '../../../src/renderer/words/stages.ts'
import { pipelineOfName } from '../../../src/shared/file-formats/formats.ts'
import { jobSchema } from '../../../src/shared/job/job.ts'

test('the jobs of documents in the gallery are such as the engine could give', () => {
  for (const job of Object.values(documentJobs)) expect(jobSchema.parse(job)).toEqual(job)
})

test('a document is opened once a page of it can be read, and whatever was read of one that stopped', () => {
  const { opening, reading, summing, ready, halfRead, locked, told } = documentJobs
  expect([opening, locked, told, jobStates.converting].map(isReadable)).toEqual([false, false, false, false])
  expect([reading, summing, ready, halfRead].map(isReadable)).toEqual([true, true, true, true])
})

test('a job leads to its document or its story, and one that failed to what can be done about it', () => {
  const { reading, ready, halfRead, locked, opening } = documentJobs
  expect([reading, ready].map((job) => placeOfJob(job).screen)).toEqual(['document', 'document'])
  expect([halfRead, locked, opening].map((job) => placeOfJob(job).screen)).toEqual(['job', 'job', 'job'])
  expect(placeOfJob(jobStates.completed)).toEqual({ screen: 'story', id: 'story-harbour', anchor: null })
})

test('only a file that a password can open is asked for one', () => {
  const { locked, lockedWord, damaged } = documentJobs
  const workbook = jobStates.failed
  const ofAnotherKind = { ...workbook, source: { ...workbook.source, kind: 'ods' as const, name: 'sales.ods' } }
  expect(workbook.failure?.reason).toBe('encrypted_workbook')
  expect([locked, lockedWord, workbook].map(canBeUnlocked)).toEqual([true, true, true])
  expect([damaged, ofAnotherKind].map(canBeUnlocked)).toEqual([false, false])
  const unlocking = { ...locked, status: 'queued' as const }
  expect(canBeUnlocked(unlocking)).toBe(false)
})

test('the stages of a document are told in its own words, as soon as its name promises one', () => {
  expect(stagesOf(documentJobs.reading).map(({ name }) => name)).toEqual(['import', 'convert', 'narrate'])
  expect(stageOf(documentJobs.reading)?.title).toBe('Reading pages')
  expect(pipelineOf(documentJobs.unseen)).toBe('document')
  // What the import has decided counts, whatever the name says.
  const source = { name: 'data.txt', bytes: 9, sha256: 'ab', kind: 'csv' as const }
  expect(pipelineOf(jobOf({ id: 'told', source }))).toBe('story')
})

test('every kind of file that is taken can be chosen, and is known by its name and by its content', () => {
  const names = ['a.CSV', 'a.tsv', 'a.xlsx', 'a.pdf', 'a.docx', 'a.md', 'a.htm', 'notes.txt', 'none']
  expect(names.map(pipelineOfName)).toEqual([
    ...['story', 'story', 'story'],
    ...['document', 'document', 'document', 'document', 'document'],
    'story',
  ])
  for (const ending of ['.csv', '.xlsx', '.pdf', '.docx', '.md', '.html', '.txt']) {
    expect(acceptedFiles.split(',')).toContain(ending)
  }
  expect(pipelineOfKind('pdf')).toBe('document')
  expect(pipelineOfKind('unknown')).toBe('story')
})

test('a told table says where it stood', () => {
  const { origin } = documentJobs.told.source
  expect(origin === undefined ? null : originWords(origin)).toBe('Table on page 3 of harbour-report.pdf')
})
