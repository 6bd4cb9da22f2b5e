/** What follows an export. */
export const exports = {
  saved: {
    story: 'Story saved',
    document: 'Document saved',
    table: 'Table saved',
  },
  downloadStarted: 'Download started',
} as const
