/** Sizes, spans of time and moments. */
export const amounts = {
  bytes: '{bytes, plural, one {# byte} other {# bytes}}',
  bytesIn: '{size} {unit}',
  seconds: '{seconds} s',
  minutes: '{minutes} min {seconds} s',
  hours: '{hours} h {minutes} min',
  secondsLeft: 'about {seconds} s left',
  minutesLeft: 'about {minutes} min left',
  hoursLeft: 'about {hours, number} h left',
  justNow: 'just now',
  minutesAgo: '{minutes} min ago',
  today: 'today, {clock}',
  yesterday: 'yesterday, {clock}',
  aFewSecondsLeft: 'a few seconds left',
} as const
