/** What was told of files and holds for others with the same columns. */
export const keptReadings = {
  title: 'Readings that are kept',
  lead: 'Files with the same columns as these are read as you said of them.',
  none: 'Nothing is kept. What you say of how a file and its columns are read holds for other files with the same columns, and is listed here.',
  columns: 'what you said of {names}',
  forget: 'Forget',
  forgetNamed: 'Forget what was said of {name}',
} as const
