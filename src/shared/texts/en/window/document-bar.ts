/** The bar above a document. */
export const documentBar = {
  fitted: {
    automatic: 'Automatic',
    width: 'Fit the width',
    page: 'Fit the page',
  },
  tables: 'Tables ({count})',
  document: 'Document',
  showThePanelB: 'Show the panel (B)',
  hideThePanelB: 'Hide the panel (B)',
  previousPageK: 'Previous page (K)',
  nextPageJ: 'Next page (J)',
  searchInTheDocumentCtrl: 'Search in the document (Ctrl+F)',
  story: 'Story',
  more: 'More',
  backToThePages: 'Back to the pages',
  itsStory: 'Its story',
  hideTheTables: 'Hide the tables',
  zoom: 'Zoom: {scale}',
  smallerCtrl: 'Smaller (Ctrl −)',
  largerCtrl: 'Larger (Ctrl +)',
  percent: '{percent}%',
} as const
