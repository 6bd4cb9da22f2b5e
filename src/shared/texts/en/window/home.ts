/** The first screen. */
export const home = {
  dropAFile: 'Drop a file.',
  readItsStory: 'Read its story.',
  allUnderWay: 'All {count, number} under way',
  allInLibrary: 'All {total, number} in the library',
  tryAgain: 'Try again',
  dropATableAnywhereIn:
    'Drop a table anywhere in this window, and Storyglass tells you what is in it, in sentences and charts whose every number can be checked. Drop a document, and read it, search it, and have its tables told. No file ever leaves this computer.',
  chooseAFile: 'Choose a file',
  kindsRead: '{tables} · {documents}',
  inProgress: 'In progress',
  allJobs: 'All jobs',
  recent: 'Recent',
  library: 'Library',
  noFileAtHandTry: 'No file at hand? Try a sample',
  samples: 'Samples',
} as const
