/** Messages on jobs that ended. */
export const outcomes = {
  kept: {
    story: '{count, plural, one {# story} other {# stories}}',
    document: '{count, plural, one {# document} other {# documents}}',
  },
  notRead: '{name} could not be read.',
  andOthers: '{name} and {others, plural, one {# other} other {# others}}',
  ready: '{what} ready',
  failed: '{count, number} jobs failed',
  storyReady: 'Story ready',
  readIt: 'Read it',
  documentReady: 'Document ready',
  openIt: 'Open it',
  enterThePassword: 'Enter the password',
  seeWhatHappened: 'See what happened',
  goToTheLibrary: 'Go to the library',
} as const
