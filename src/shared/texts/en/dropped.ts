/** What a story was meant to hold and does not. */
export const dropped = {
  statements: '{count, plural, one {# statement} other {# statements}} that could not be proved',
  searches: '{count, plural, one {# search} other {# searches}} for patterns that could not be finished',
  charts: '{count, plural, one {# chart} other {# charts}} that could not be drawn',
  /** `{list}`: one or several of those above. */
  leftOut: 'Left out because of a fault in Storyglass: {list}.',
  fragile:
    'Told as worth checking, since without one row in twenty it is not so: {count, plural, one {# finding} other {# findings}}.',
} as const
