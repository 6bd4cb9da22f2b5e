/** A file on its way in. */
export const incoming = {
  percent: '{percent}%',
  receiving: 'Receiving the file, {arrived}',
  dismissNamed: 'Dismiss {name}',
  openingTheFile: 'Opening the file',
  retry: 'Retry',
  receivingBytes: 'Receiving the file, {done} of {total}',
  backToTheStart: 'Back to the start',
  stages: 'Stages',
  cancel: 'Cancel',
  received: 'Received',
  alreadyWorkedOn: '{name} is being worked on already',
} as const
