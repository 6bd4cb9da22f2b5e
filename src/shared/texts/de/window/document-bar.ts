/** Die Leiste über einem Dokument. */
export const documentBar = {
  fitted: {
    automatic: 'Automatisch',
    width: 'Ganze Breite',
    page: 'Ganze Seite',
  },
  tables: 'Tabellen ({count})',
  document: 'Dokument',
  showThePanelB: 'Seitenleiste zeigen (B)',
  hideThePanelB: 'Seitenleiste ausblenden (B)',
  previousPageK: 'Vorige Seite (K)',
  nextPageJ: 'Nächste Seite (J)',
  searchInTheDocumentCtrl: 'Im Dokument suchen (Strg+F)',
  story: 'Story',
  more: 'Mehr',
  backToThePages: 'Zurück zu den Seiten',
  itsStory: 'Seine Story',
  hideTheTables: 'Tabellen ausblenden',
  zoom: 'Vergrößerung: {scale}',
  smallerCtrl: 'Kleiner (Strg −)',
  largerCtrl: 'Größer (Strg +)',
  percent: '{percent}\u00a0%',
} as const
