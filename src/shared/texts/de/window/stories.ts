/** Eine Story in einer Liste. */
export const stories = {
  findings: '{findings, plural, one {# Befund} other {# Befunde}}',
} as const
