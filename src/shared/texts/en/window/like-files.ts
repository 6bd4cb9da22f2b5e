/** Files dropped together that look like parts of one table. */
export const likeFiles = {
  title: 'Tell these {files, number} files as one table?',
  explanation:
    'They seem to have the same columns. As one table they become one story, and the name of the file each row is from becomes a column.',
  together: '{name} and {more, number} more',
  asOne: 'One story of all',
  each: 'A story of each',
  cancel: 'Cancel',
} as const
