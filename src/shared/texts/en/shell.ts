/** What a shell says around the window: menus, dialogs, and the pages the browser shell serves besides it. */
export const shell = {
  pages: {
    notYours: {
      title: 'This is not your window yet',
      text: 'Open the whole address that Storyglass printed when it was started, with its token.',
    },
    usedUp: { title: 'No longer here', text: 'This download has been used. Export it again.' },
    notFound: { title: 'Not found', text: 'There is no such page.' },
  },
  notStarted: 'Storyglass could not be started.',
  menu: { file: '&File', open: 'Open…', view: '&View', help: '&Help' },
  dialogs: {
    openFiles: 'Open files',
    watch: 'Watch a file or folder',
    export: 'Export',
    filters: { both: 'Tables and documents', tables: 'Tables', documents: 'Documents', all: 'All files' },
    formats: {
      html: 'Web page',
      md: 'Markdown',
      txt: 'Plain text',
      csv: 'Table (CSV)',
      parquet: 'Table (Parquet)',
      json: 'Data (JSON)',
      'md-charts': 'Markdown with charts (ZIP)',
      sql: 'SQL and tables (ZIP)',
      zip: 'Everything (ZIP)',
      pdf: 'PDF',
      pptx: 'PowerPoint presentation',
      xlsx: 'Excel workbook',
    },
  },
} as const
