/** Words of the pictures: subtitles, axes, and what they show for those who do not see them. */
const often = `{grain, select, year {yearly} half_year {half-yearly} quarter {quarterly} month {monthly} week {weekly}
  day {daily} hour {hourly} minute {by the minute} other {by the second}}`

export const en = {
  numberOfRows: 'number of {rows}',
  interval: '{level} interval',
  /** Behind what is drawn with them. */
  intervals: ' with {level} intervals',
  ofAll: 'all: {value}',
  largestGroups: ' (the {shown} groups with most rows)',
  changedMost: ' (the {shown} that changed most)',
  by: '{subject} by {dimension}{shown}; {base}',
  groups: 'Dot plot of {subject} by {dimension}{intervals}',
  rates: 'Dot plot of the {subject} by {dimension}{intervals}',
  /** Behind what is drawn, where the order is that of the values. */
  highestFirst: ', highest first',
  bars: 'Bar chart of {subject} by {dimension}',
  share: {
    subtitle: '{subject} by {dimension}{moment}; {base}',
    moment: ' in {period}',
    ofTheWhole: '{share} of the whole',
    others: 'All others ({count})',
    shows: 'Bar chart of {subject} by {dimension}',
    longestFirst: ', longest first',
  },
  heatMap: {
    subtitle: '{across} within each {within}, as shares of its rows; {base}',
    shows: 'Heat map of {across} within each {within}, as shares of its rows',
  },
  panels: {
    shows: 'Small line charts of {subject} on one scale, one for each {entity}, from {from} to {to}',
    subtitle: '{subtitle}; all on one scale',
    compared: '{subtitle}; all on one scale, beside the {compared}',
  },
  histogram: {
    subtitle: 'Number of {rows} by {measure}; {base}',
    shows: 'Histogram of {measure}',
  },
  series: {
    subtitle: `{subject}, ${often}, {from} to {to}; {base}`,
    grain: `{grain, select, year {Year} half_year {Half-year} quarter {Quarter} month {Month} week {Week} day {Day}
      hour {Hour} minute {Minute} other {Second}}`,
    shows: 'Line chart of {subject}',
    marked: 'Line chart of {subject} with {period} marked',
    expected: '{value}, expected {expected}',
    at: '{value} in {period}',
  },
  scatter: {
    thinned: '{points} of {base} shown, evenly over the file',
    subtitle: '{y} against {x}; {base}',
    shows: 'Scatter plot of {y} against {x}',
  },
} as const
