// What `npm test` says at its end besides the count: how long each part took, and how many files by others were read.
import { existsSync, readFileSync } from 'node:fs'

/** `{ title, elapsedMs }` of each part to lines, the slowest easy to see; empty for no parts. */
export function describeParts(parts) {
  if (parts.length === 0) return ''
  const width = Math.max(...parts.map(({ title }) => title.length), 'in all'.length)
  const total = parts.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)
  const line = ({ title, elapsedMs }) => `  ${title.padEnd(width)} ${(elapsedMs / 1_000).toFixed(1).padStart(7)} s\n`
  return `Time:\n${parts.map(line).join('')}${line({ title: 'in all', elapsedMs: total })}`
}

/** From the lines that `noteRead` of test/support/corpora.ts left: files by collection and place; empty for none. */
export function describeRead(report) {
  if (!existsSync(report)) return ''
  const counts = new Map()
  for (const line of readFileSync(report, 'utf8').split('\n').filter(Boolean)) {
    const { name, where, files } = JSON.parse(line)
    const places = counts.get(name) ?? new Map()
    counts.set(name, places.set(where, (places.get(where) ?? 0) + files))
  }
  const told = [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, places]) => {
      return `  ${name.padEnd(6)} ${[...places].map(([where, files]) => `${files} of ${where}`).join(', ')}\n`
    })
  return told.length === 0 ? '' : `Files by others that were read:\n${told.join('')}`
}
