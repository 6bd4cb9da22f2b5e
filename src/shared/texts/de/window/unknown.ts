/** Eine Adresse, die keinen Ort nennt. */
export const unknown = {
  namesNothing: '„{address}“ nennt keine Story, keinen Auftrag und keine Liste.',
  notFound: 'Nicht gefunden',
  thereIsNothingAtThis: 'Unter dieser Adresse gibt es nichts',
  goHome: 'Zum Start',
} as const
