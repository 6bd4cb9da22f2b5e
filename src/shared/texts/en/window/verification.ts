/** The recomputing of a story's numbers. */
export const verification = {
  allRecomputed: 'All {numbers, number} numbers recomputed',
  allEqual: 'All {numbers, number} numbers recomputed and equal.',
  someFailed: '{failed, number} of {numbers, plural, one {# number} other {# numbers}} could not be recomputed.',
  mayHaveChanged: 'The stored tables may have been changed or damaged since. Tell the file’s story again to be sure.',
  mismatch: '{name}: stated {stated}, recomputed {recomputed}.',
  recomputeEveryNumber: 'Recompute every number',
} as const
