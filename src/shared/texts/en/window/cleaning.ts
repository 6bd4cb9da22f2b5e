/** Removing old jobs. */
export const cleaning = {
  ages: {
    '0': 'at any time',
    '7': 'more than a week ago',
    '30': 'more than 30 days ago',
    '90': 'more than 90 days ago',
    '365': 'more than a year ago',
  },
  removed: '{jobs, plural, one {# job} other {# jobs}} removed',
  freed: '{size} freed.',
  removeJobs: 'Remove {jobs, plural, one {# job} other {# jobs}}',
  preview: '{jobs, plural, one {# job} other {# jobs}} would be removed and {size} freed.',
  removeOldJobs: 'Remove old jobs',
  close: 'Close',
  jobsLeaveTheListAnd:
    'Jobs leave the list and what they kept on disk is freed. Stories stay, and so does all they need.',
  completedAndCancelledEnded: 'Completed and cancelled, ended',
  failedEnded: 'Failed, ended',
  remove: 'Remove',
  lookingWhatThatWouldRemove: 'Looking what that would remove.',
  noJobIsThatOld: 'No job is that old. Nothing would be removed.',
} as const
