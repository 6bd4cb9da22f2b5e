/** Größen, Zeitspannen und Zeitpunkte. */
export const amounts = {
  bytes: '{bytes, plural, one {# Byte} other {# Bytes}}',
  bytesIn: '{size}\u00a0{unit}',
  seconds: '{seconds}\u00a0s',
  minutes: '{minutes}\u00a0min {seconds}\u00a0s',
  hours: '{hours}\u00a0h {minutes}\u00a0min',
  secondsLeft: 'noch etwa {seconds}\u00a0s',
  minutesLeft: 'noch etwa {minutes}\u00a0min',
  hoursLeft: 'noch etwa {hours, number}\u00a0h',
  justNow: 'gerade eben',
  minutesAgo: 'vor {minutes}\u00a0min',
  today: 'heute, {clock}',
  yesterday: 'gestern, {clock}',
  aFewSecondsLeft: 'noch wenige Sekunden',
} as const
