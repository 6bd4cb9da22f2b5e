/** Every state of the window worth looking at: what the engine would answer, and the address to open. */
import { describeFailure } from '../../src/shared/failure/failure.ts'
import { deskScenes } from './desk-scenes.ts'
import { documentScenes } from './document-scenes.ts'
import { english } from './english.ts'
import { gridScenes } from './grid-scenes.ts'
import { jobStates, manyJobs } from './sample-jobs.ts'
import { emptyMetrics, restoredNotice } from './sample-metrics.ts'
import { sampleStory } from './sample-story.ts'
import { extremeStory, manyChartsStory, manySummaries, nothingFoundStory, wideStory } from './sample-variants.ts'
import { sampleWatches } from './sample-watches.ts'
import type { Scene } from './scene.ts'

const unreachable = {
  ...describeFailure(english, 'internal', { name: 'Storyglass', detail: 'ECONNREFUSED 127.0.0.1' }),
}
const allJobs = Object.values(jobStates)
const story = { stories: [sampleStory] }
const comparedStories = [sampleStory, { ...sampleStory, id: 'story-before' }]

export const scenes: Readonly<Record<string, Scene>> = {
  'home-first': { title: 'Home, the first time', address: '#/', engine: {} },
  'home-used': {
    title: 'Home, in use',
    address: '#/',
    engine: { ...story, summaries: manySummaries(40), jobs: [jobStates.converting, jobStates.queued] },
  },
  'home-unreachable': {
    title: 'Home, engine not answering',
    address: '#/',
    engine: { failing: { 'app/info': unreachable, 'stories/list': unreachable } },
  },
  'home-drag': { title: 'A file dragged over the window', address: '#/', engine: story, afterwards: 'drag-one' },
  'home-drag-many': { title: 'Three files dragged over', address: '#/', engine: story, afterwards: 'drag-many' },
  'home-disconnected': { title: 'Connection lost', address: '#/', engine: story, afterwards: 'lose-connection' },
  'job-upload': { title: 'A file on its way in', address: '#/', engine: { uploadStaysAt: 0.6 }, afterwards: 'upload' },
  'job-queued': { title: 'Job waiting', address: '#/jobs/queued', engine: { jobs: allJobs } },
  'job-backoff': { title: 'Job about to be tried again', address: '#/jobs/waiting', engine: { jobs: allJobs } },
  'job-running': { title: 'Job converting', address: '#/jobs/converting', engine: { jobs: allJobs } },
  'job-analyzing': { title: 'Job analyzing', address: '#/jobs/analyzing', engine: { jobs: allJobs } },
  'job-failed': { title: 'Job failed', address: '#/jobs/failed', engine: { jobs: allJobs } },
  'job-cancelled': { title: 'Job cancelled', address: '#/jobs/cancelled', engine: { jobs: allJobs } },
  'job-live': { title: 'A job from drop to story', address: '#/', engine: { jobMs: 6000 } },
  story: { title: 'A story', address: '#/stories/story-harbour', engine: story },
  'story-nothing': {
    title: 'A story of nothing',
    address: '#/stories/story-nothing',
    engine: { stories: [nothingFoundStory] },
  },
  'story-forty': { title: 'Forty charts', address: '#/stories/story-forty', engine: { stories: [manyChartsStory] } },
  'story-extreme': {
    title: 'Names and numbers that do not fit',
    address: '#/stories/story-extreme',
    engine: { stories: [extremeStory] },
  },
  'story-wide': { title: 'A thousand columns', address: '#/stories/story-wide', engine: { stories: [wideStory] } },
  ...gridScenes,
  'story-missing': { title: 'A story that is gone', address: '#/stories/none', engine: {} },
  compare: {
    title: 'What changed',
    address: '#/compare/story-before/story-harbour',
    engine: { stories: comparedStories },
  },
  'compare-choose': {
    title: 'Choosing what to compare with',
    address: '#/compare?after=story-harbour',
    engine: { stories: comparedStories, summaries: manySummaries(30) },
  },
  'compare-none': { title: 'Nothing to compare with', address: '#/compare?after=story-harbour', engine: story },
  'compare-missing': { title: 'A compared story that is gone', address: '#/compare/none/story-harbour', engine: story },
  library: { title: 'Library of 5,000', address: '#/library', engine: { summaries: manySummaries(5000) } },
  'library-watched': {
    title: 'Library, with watched places',
    address: '#/library',
    engine: { ...story, summaries: manySummaries(40), watches: sampleWatches },
  },
  'library-search': {
    title: 'Library, searched',
    address: '#/library?search=penguins',
    engine: { summaries: manySummaries(300) },
  },
  'library-nothing': {
    title: 'Library, nothing found',
    address: '#/library?search=zebra',
    engine: { summaries: manySummaries(300) },
  },
  'library-empty': { title: 'Library, empty', address: '#/library', engine: {} },
  jobs: { title: 'Jobs in every state', address: '#/jobs', engine: { jobs: allJobs, ...story } },
  'jobs-empty': { title: 'No jobs', address: '#/jobs', engine: {} },
  'jobs-many': { title: 'A queue of 10,000', address: '#/jobs', engine: { jobs: manyJobs(10_000) } },
  'jobs-paused': { title: 'The queue paused', address: '#/jobs', engine: { jobs: allJobs, queuePaused: true } },
  'jobs-search': { title: 'Jobs searched, nothing found', address: '#/jobs?search=zebra', engine: { jobs: allJobs } },
  metrics: { title: 'Metrics', address: '#/metrics', engine: { jobs: allJobs } },
  'metrics-empty': { title: 'Metrics, nothing yet', address: '#/metrics', engine: { metrics: emptyMetrics } },
  'home-restored': { title: 'Library restored', address: '#/', engine: { ...story, notices: [restoredNotice] } },
  ...deskScenes,
  ...documentScenes,
  unknown: { title: 'No such address', address: '#/nowhere/at/all', engine: {} },
}
