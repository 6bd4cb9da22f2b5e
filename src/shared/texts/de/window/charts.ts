/** Was zu einem Diagramm gehört, außer seinen eigenen Worten. */
export const charts = {
  dataBehind: 'Daten hinter: {title}',
  firstRows: 'Die ersten {shown, number} von {rows, number} Zeilen.',
  smallGroupsAreFoldedTogether: 'Kleine Gruppen sind zusammengefasst oder Werte in Klassen geteilt.',
  chart: 'Diagramm',
  data: 'Daten',
  whereThisComesFrom: 'Woher das stammt',
  clickToExplain: 'Klick erklärt es',
  marks: 'Marken von „{title}“: Pfeiltasten gehen von einer zur nächsten, die Eingabetaste erklärt sie',
  picture: 'Bild',
  copyPicture: 'Als Bild kopieren',
  savePng: 'Als PNG speichern',
  saveSvg: 'Als SVG speichern',
  pictureCopied: 'Das Bild ist in der Zwischenablage',
  pictureNotCopied: 'Das Bild ließ sich nicht kopieren',
  saveItInstead: 'Es lässt sich stattdessen als Datei speichern.',
} as const
