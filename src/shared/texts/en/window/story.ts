/** A story, read. */
export const story = {
  formats: {
    html: {
      name: 'Web page',
      is: 'One file with its charts, opens anywhere',
    },
    md: {
      name: 'Markdown',
      is: 'Text and tables for notes and wikis',
    },
    pdf: {
      name: 'PDF',
      is: 'The story as pages, to print and to send',
    },
    pptx: {
      name: 'PowerPoint presentation',
      is: 'A finding a slide, with charts that can be edited',
    },
    xlsx: {
      name: 'Excel workbook',
      is: 'Findings, statistics, each chart’s data, the table',
    },
    'md-charts': {
      name: 'Markdown with charts',
      is: 'ZIP of the text and a picture of each chart',
    },
    json: {
      name: 'JSON',
      is: 'Everything, evidence included, for programs',
    },
    sql: {
      name: 'SQL',
      is: 'Every query with its statement, and the tables it runs on',
    },
    zip: {
      name: 'Everything',
      is: 'All of these and the tables, in a ZIP',
    },
  },
  fileHasChanged: 'The file has changed since this story was told.',
  tellItAgain: 'Tell it again',
  fileIsGone: 'The file is no longer where it was.',
  chooseTheFile: 'Choose a file',
  contents: 'Contents',
  rowsOf: 'Rows of {table}',
  rowsFromTo: '{first, number} to {last, number} of {total, number}',
  readingRows: 'Reading rows',
  columnsFromTo: 'Columns {first, number} to {last, number} of {total, number}',
  earlierColumns: 'Earlier columns',
  laterColumns: 'Later columns',
  earlierRows: 'Earlier rows',
  laterRows: 'Later rows',
  goToRow: 'Go to row',
  export: 'Export',
  printOrSaveAsPdf: 'Print or save as PDF',
  language: 'Language',
  delete: 'Delete',
  told: 'told {moment}',
  theTableColumnByColumn: 'The table, column by column',
  theTablesColumnByColumn: 'The tables, column by column',
  testsAndTimings: 'Tests and timings',
  thisStoryWasDeleted: 'This story was deleted',
  theFileItWasTold: 'The file it was told from is untouched: drop it again for a new story.',
  goToTheLibrary: 'Go to the library',
  openingTheStory: 'Opening the story',
} as const
