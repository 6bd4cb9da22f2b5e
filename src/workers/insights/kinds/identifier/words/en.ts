export const en = {
  lookedAt: 'a column that names its rows',
  headline: '{column} names the rows',
  claim:
    '{column} has {distinct, plural, one {# different value} other {# different values}} in {rows}, so it is read as a name for the row and neither summed nor compared',
} as const
