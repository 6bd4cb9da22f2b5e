/** The list of what is kept. */
export const library = {
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    title: 'By title',
    file: 'By file name',
  },
  shown: {
    all: 'All',
    stories: 'Stories',
    documents: 'Documents',
  },
  empty: {
    all: {
      title: 'Nothing in the library yet',
      text: 'Drop a file anywhere in this window. A table becomes a story, a PDF or another document opens for reading. Both are kept here, on this computer.',
    },
    stories: {
      title: 'No stories yet',
      text: 'Drop a CSV or Excel file anywhere in this window, or tell a table of a document. Its story is kept here.',
    },
    documents: {
      title: 'No documents yet',
      text: 'Drop a PDF, Word, Markdown, HTML or text file anywhere in this window. It opens for reading and is kept here.',
    },
  },
  deleted: {
    story: 'Story deleted',
    document: 'Document deleted',
  },
  count:
    '{kinds, select, stories {{total, plural, one {# story} other {# stories}}} documents {{total, plural, one {# document} other {# documents}}} other {{total, plural, one {# story or document} other {# stories and documents}}}}',
  found: '{what} found',
  nothingFound: 'Nothing found for “{search}”',
  only: 'Only {kinds, select, stories {stories} documents {documents} other {stories and documents}} were looked through.',
  showAll: 'Show all {kinds, select, stories {stories} documents {documents} other {stories and documents}}',
  library: 'Library',
  tryAgain: 'Try again',
  theSearchLooksInTitles:
    'The search looks in titles, texts, column names, file names, and on every page of a document. Try fewer or other words.',
  lookThroughEverything: 'Look through everything',
  chooseAFile: 'Choose a file',
  whatToShow: 'What to show',
  searchTheLibrary: 'Search the library',
  searchTitlesTextsPagesColumns: 'Search titles, texts, pages, columns, files',
  order: 'Order',
  bestMatchFirst: 'Best match first',
  undo: 'Undo',
} as const
