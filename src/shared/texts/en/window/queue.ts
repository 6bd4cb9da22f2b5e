/** The queue as a whole. */
export const queue = {
  retryAll: 'Retry all {failed, number} failed',
  retryTheFailedJob: 'Retry the failed job',
  pauseQueue: 'Pause queue',
  moreAboutTheQueue: 'More about the queue',
  removeOldJobsAndSee: 'Remove old jobs and see the size on disk',
  untilResumed:
    '{running, select, yes {What runs goes on; nothing else begins} other {No job begins}} until you resume it{waiting, plural, =0 {} one {: # job waits} other {: # jobs wait}}.',
  theQueueIsPaused: 'The queue is paused.',
  resume: 'Resume',
} as const
