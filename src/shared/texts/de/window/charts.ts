/** Was zu einem Diagramm gehört, außer seinen eigenen Worten. */
export const charts = {
  dataBehind: 'Daten hinter: {title}',
  firstRows: 'Die ersten {shown, number} von {rows, number} Zeilen.',
  smallGroupsAreFoldedTogether: 'Kleine Gruppen sind zusammengefasst oder Werte in Klassen geteilt.',
  chart: 'Diagramm',
  data: 'Daten',
  whereThisComesFrom: 'Woher das stammt',
} as const
