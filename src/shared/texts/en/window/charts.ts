/** What belongs to a chart besides its own words. */
export const charts = {
  dataBehind: 'Data behind: {title}',
  firstRows: 'The first {shown, number} of {rows, number} rows.',
  smallGroupsAreFoldedTogether: 'Small groups are folded together, or values binned.',
  chart: 'Chart',
  data: 'Data',
  whereThisComesFrom: 'Where this comes from',
} as const
