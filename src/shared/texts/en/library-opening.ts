/** What had to be done to open the library, told once. */
export const libraryOpening = {
  wasGone: 'The library was gone.',
  wasDamaged: 'The library was damaged.',
  copyInUse: 'Its copy of {moment} UTC is in use now.',
  begunAnew: 'The library was damaged and there was no copy of it yet, so an empty one was begun.',
  changesUnreadable: 'The newest changes to the library could not be read; what was saved before them is there.',
  suspect: {
    message: 'A check found damage in the library.',
    hint: 'Close Storyglass and start it again: it keeps the damaged library aside and goes on from its last good copy.',
  },
  nothingMissing: 'Nothing is missing.',
  missingUnknown: 'What is missing is not known.',
  missing:
    'Missing are {stories, plural, one {# story} other {# stories}} and {jobs, plural, one {# job} other {# jobs}}.',
  missingAtLeast:
    'Missing are at least {stories, plural, one {# story} other {# stories}} and {jobs, plural, one {# job} other {# jobs}}.',
  missingWithDocuments:
    'Missing are {documents, plural, one {# document} other {# documents}}, {stories, plural, one {# story} other {# stories}} and {jobs, plural, one {# job} other {# jobs}}.',
  missingAtLeastWithDocuments:
    'Missing are at least {documents, plural, one {# document} other {# documents}}, {stories, plural, one {# story} other {# stories}} and {jobs, plural, one {# job} other {# jobs}}.',
  dropAgain: 'Your own files were not touched: drop them again to have their stories told again.',
  libraryKept: 'The damaged library is kept as {name}.',
  changesKept: 'The unreadable part is kept as {name}.',
} as const
