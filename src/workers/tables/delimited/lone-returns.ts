/** Old Mac line ends, alone or mixed with others. A return inside text that is otherwise ended by `\n` is left alone. */
export function usesLoneReturn(sample: string): boolean {
  const lone = sample.match(/\r(?!\n)/gu)?.length ?? 0
  if (lone === 0 || (lone === 1 && sample.endsWith('\r'))) return false
  const feeds = sample.match(/\n/gu)?.length ?? 0
  if (feeds === 0) return true
  // Returns that end rows stand outside quotes, with text of a row's length on both sides.
  const unquoted = sample.replace(/"(?:[^"]|"")*"/gu, '')
  const inRows = unquoted.match(/\r(?!\n)/gu)?.length ?? 0
  if (inRows === 0) return false
  const lines = unquoted.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '')
  const counts = (mark: string): number => new Set(lines.map((line) => line.split(mark).length)).size
  const regular = [',', ';', '\t', '|'].some((mark) => unquoted.includes(mark) && counts(mark) <= 2)
  return regular || inRows > feeds
}
