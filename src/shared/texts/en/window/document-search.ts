/** The search in a document. */
export const documentSearch = {
  countSoFar: '{current, number} of {total, number} so far',
  count: '{current, number} of {total, number}',
  searchInTheDocument: 'Search in the document',
  previousHit: 'Previous hit',
  nextHit: 'Next hit',
  closeTheSearch: 'Close the search',
  notFoundSoFar: 'Not found so far',
  notFound: 'Not found',
  typeWordsToLookFor: 'Type words to look for them on every page.',
  foundNowhere: 'Found nowhere.',
  found: 'Found',
} as const
