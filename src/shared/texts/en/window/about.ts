/** What this is, in which version, and whose software is in it. */
export const about = {
  about: 'About Storyglass',
  close: 'Close',
  version: 'Version {version}',
  offline: 'Nothing leaves this machine. Storyglass is free software under the MIT licence.',
  software: 'Software of others in it',
  loading: 'Reading the list …',
  unreadable: 'The list could not be read. It comes with each build, as third-party-notices.txt.',
} as const
