/** Of files packed together. */
export const archives = {
  leftOut: 'Left out of the archive: {names}.',
  leftOutOfThese: 'Left out: {names}.',
  onlyFirst: 'Only the first {read, number} of its {tables, number} tables were read; name a file to read another.',
  noTable: 'No table could be read of {names}.',
} as const
