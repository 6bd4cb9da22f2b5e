/** What a person has to know of the library. */
export const libraryNotices = {
  copyMade: 'The copy in use was made {moment}.',
  keptAs: 'What was there before is kept as {name}.',
  stories: '{stories, plural, one {# story} other {# stories}}',
  jobs: '{jobs, plural, one {# job} other {# jobs}}',
  moreMayBeGone: 'More may be gone: the damaged file could not be read to its end.',
  nothingLost: 'Nothing is known to be lost.',
  others: '{others, number} more',
  lostNamed: 'Lost: {counts}: {names}.',
  lost: 'Lost: {counts}.',
  aboutYourLibrary: 'About your library',
  understood: 'Understood',
} as const
