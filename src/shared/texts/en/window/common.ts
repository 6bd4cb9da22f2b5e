/** What is said on many screens. */
export const common = {
  deleteNamed: 'Delete {title}',
  tryAgain: 'Try again',
  chooseFiles: 'Choose files',
  retryNamed: 'Retry {name}',
  cancelNamed: 'Cancel {name}',
  messages: 'Messages',
  dismiss: 'Dismiss',
  clearTheSearch: 'Clear the search',
} as const
