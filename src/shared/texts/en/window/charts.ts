/** What belongs to a chart besides its own words. */
export const charts = {
  dataBehind: 'Data behind: {title}',
  firstRows: 'The first {shown, number} of {rows, number} rows.',
  smallGroupsAreFoldedTogether: 'Small groups are folded together, or values binned.',
  chart: 'Chart',
  data: 'Data',
  whereThisComesFrom: 'Where this comes from',
  clickToExplain: 'Click to explain',
  marks: 'Marks of “{title}”: arrow keys go from one to the next, Enter explains it',
  picture: 'Picture',
  copyPicture: 'Copy as picture',
  savePng: 'Save as PNG',
  saveSvg: 'Save as SVG',
  pictureCopied: 'The picture is on the clipboard',
  pictureNotCopied: 'The picture could not be copied',
  saveItInstead: 'Save it as a file instead.',
} as const
