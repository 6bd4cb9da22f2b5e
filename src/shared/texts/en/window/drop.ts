/** What a drop will do. */
export const drop = {
  neither:
    '{files, plural, one {This is neither a table nor a document} other {These are neither tables nor documents}}',
  hopeless: 'Storyglass takes tables ({tables}) and documents ({documents}). Drop it anyway to see what it says.',
  several: 'Drop {files} files',
  undecided:
    'Storyglass takes tables ({tables}) and documents ({documents}). It stays on this computer and is never changed.',
  eachBecomesAStoryOf: 'Each becomes a story of its own, one after the other.',
  eachIsOpenedAsA: 'Each is opened as a document of its own, one after the other.',
  tablesBecomeStoriesDocumentsOpen: 'Tables become stories, documents open for reading.',
  dropItToReadIts: 'Drop it to read its story',
  itIsReadOnThis: 'It is read on this computer and never changed.',
  dropItToOpenIt: 'Drop it to open it',
  readItSearchItAnd: 'Read it, search it, and tell the tables in it. It stays on this computer and is never changed.',
  dropFiles: 'Drop files',
} as const
