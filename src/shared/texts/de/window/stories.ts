/** Eine Story in einer Liste. */
export const stories = {
  findings: '{findings, plural, one {# Befund} other {# Befunde}}',
  versions: '{versions, plural, one {# Fassung} other {# Fassungen}}',
} as const
