/** A story in a list. */
export const stories = {
  findings: '{findings, plural, one {# finding} other {# findings}}',
} as const
