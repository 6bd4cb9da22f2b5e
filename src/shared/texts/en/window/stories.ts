/** A story in a list. */
export const stories = {
  findings: '{findings, plural, one {# finding} other {# findings}}',
  versions: '{versions, plural, one {# version} other {# versions}}',
} as const
