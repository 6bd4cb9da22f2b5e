/** What the library takes on disk. */
export const storage = {
  parts: {
    artifacts: 'Tables and files of jobs and stories',
    sources: 'Copies of files given as bytes',
    library: 'Library',
    backups: 'Backups',
    logs: 'Logs',
  },
  inFolder: 'In {folder}',
  measuringTheSizeOnDisk: 'Measuring the size on disk.',
  onDiskInAll: 'On disk in all',
} as const
