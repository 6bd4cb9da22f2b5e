/** An address that names no place. */
export const unknown = {
  namesNothing: '“{address}” names no story, job or list.',
  notFound: 'Not found',
  thereIsNothingAtThis: 'There is nothing at this address',
  goHome: 'Go home',
} as const
