/** What commands answer, and what they say of what went wrong. */
export const replies = {
  cancelled: '{name} was cancelled.',
  /** Of work that has no name. */
  it: 'It',
  runAgain: 'Run it again when you like.',
  goOnWith: 'Run "storyglass jobs retry {id}" to go on with it.',
  passwordHint:
    'On a terminal you are asked for it; a script gives it by: storyglass tell FILE --password-stdin < FILE_WITH_IT.',
  passwordOf: 'Password of {name}:',
  wrongPassword: 'That is not its password.',
  details: 'Details: storyglass jobs show {id}',
  outputFailed: 'The output could not be written: {why}',
  documentRead:
    '{name}: {pages, plural, one {# page} other {# pages}}, {words, plural, one {# word} other {# words}}, in {folder}',
  numbersMatch: '{matched, number} of {numbers, number} numbers match.',
  mismatch: '{insight} {name}: stated {stated}, recomputed {recomputed} ({why})',
} as const
