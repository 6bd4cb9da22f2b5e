/** Asking for the password of a document. */
export const password = {
  openNamed: 'Open {name} with its password',
  passwordOfTheDocument: 'Password of the file',
  itIsUsedToOpen: 'It is used to open this file and kept nowhere.',
  thatPasswordDidNotOpen: 'That password did not open it. Check capitals and try again.',
  showOrHideThePassword: 'Show or hide the password',
  open: 'Open',
} as const
