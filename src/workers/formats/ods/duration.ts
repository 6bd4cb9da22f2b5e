/** Lengths of time as XML writes them (XML Schema part 2, `duration`). */

/** In days; null for what is none, or counts months, which have no fixed length. */
export function durationDays(text: string): number | null {
  const match = /^(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,12})?)S)?)?$/u.exec(
    text.trim(),
  )
  if (match === null) return null
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match
  const total =
    Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) / 86_400
  return sign === '-' ? -total : total
}
