/** What is met around a document: in the library, on the way in, at work, locked, refused. */

import { documentJobs } from './sample-document-jobs.ts'
import { extremeDocument, manyDocuments } from './sample-library.ts'
import { sampleStory } from './sample-story.ts'
import { manySummaries } from './sample-variants.ts'
import type { Scene } from './scene.ts'

const jobs = Object.values(documentJobs)
const mixed = { summaries: manySummaries(60), documentSummaries: [extremeDocument, ...manyDocuments(30)] }
const toldStory = {
  ...sampleStory,
  id: 'story-told',
  source: { ...sampleStory.source, ...documentJobs.told.source, kind: 'csv' as const },
}

export const deskScenes: Readonly<Record<string, Scene>> = {
  'home-mixed': {
    title: 'Home, with stories and documents',
    address: '#/',
    engine: { ...mixed, jobs: [documentJobs.reading, documentJobs.told] },
  },
  'home-drag-document': { title: 'A PDF dragged over', address: '#/', engine: mixed, afterwards: 'drag-document' },
  'job-document-unseen': { title: 'A document on its way', address: '#/jobs/unseen', engine: { jobs } },
  'job-document-opening': { title: 'A document being opened', address: '#/jobs/opening', engine: { jobs } },
  'job-document-locked': { title: 'A document with a password', address: '#/jobs/locked', engine: { jobs } },
  'job-document-wrong': {
    title: 'A wrong password given',
    address: '#/jobs/locked',
    engine: { jobs },
    afterwards: 'wrong-password',
  },
  'job-document-word': { title: 'A protected Word file', address: '#/jobs/locked-word', engine: { jobs } },
  'job-document-stopped': { title: 'A document half read', address: '#/jobs/half-read', engine: { jobs } },
  'job-told': { title: 'A table of a document, about to be told', address: '#/jobs/told', engine: { jobs } },
  'jobs-documents': { title: 'Jobs that read documents', address: '#/jobs', engine: { jobs } },
  'library-mixed': { title: 'Library of stories and documents', address: '#/library', engine: mixed },
  'library-documents': { title: 'Library, documents only', address: '#/library?show=documents', engine: mixed },
  'library-found': { title: 'Library, found on a page', address: '#/library?search=gull+point', engine: mixed },
  'library-no-documents': {
    title: 'Library without documents',
    address: '#/library?show=documents',
    engine: { summaries: manySummaries(3) },
  },
  'library-nothing-there': {
    title: 'Nothing found among stories',
    address: '#/library?show=stories&search=gull+point',
    engine: mixed,
  },
  'story-told': { title: 'A story of a table', address: '#/stories/story-told', engine: { stories: [toldStory] } },
}
