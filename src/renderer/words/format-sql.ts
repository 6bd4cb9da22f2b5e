/** Lays a query out to be read: a line a clause, inner queries further in. Only blanks between its words are changed. */
import { tokenizeSql } from './sql.ts'

/** Each begins a line. */
const clauses = new Set('select from where group order having limit qualify union with using'.split(' '))
const joins = new Set(['join', 'left', 'right', 'inner', 'full', 'cross'])
/** A line beyond this many characters is broken at its commas. */
const longest = 88
const step = '  '

interface Word {
  readonly text: string
  /** Whether something blank stood before it. */
  readonly apart: boolean
}

export function formatSql(sql: string): string {
  const words = wordsOf(sql)
  const lines: string[] = []
  /** Of each open bracket whether a query stands in it. */
  const open: boolean[] = []
  let line = ''
  const indent = (): string => step.repeat(open.filter(Boolean).length)
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = indent()
  }
  words.forEach(({ text, apart }, place) => {
    const word = text.toLowerCase()
    const isInQuery = open.length === 0 || open.at(-1) === true
    const before = words[place - 1]?.text.toLowerCase() ?? ''
    if (text === ')') {
      const wasQuery = open.pop() === true
      if (wasQuery) end()
      line += wasQuery ? text : `${apart && line.trim() !== '' ? ' ' : ''}${text}`
      return
    }
    const begins = isInQuery && (clauses.has(word) || (joins.has(word) && !joins.has(before)))
    if (begins) end()
    line += `${apart && line.trim() !== '' ? ' ' : ''}${text}`
    if (text === '(') {
      const next = words[place + 1]?.text.toLowerCase() ?? ''
      const isQuery = next === 'select' || next === 'with'
      open.push(isQuery)
      if (isQuery) end()
    } else if (text === ',' && isInQuery && line.length > longest) end()
    else if (text.startsWith('--')) end()
  })
  end()
  return lines.join('\n')
}

function wordsOf(sql: string): readonly Word[] {
  const words: Word[] = []
  let apart = false
  for (const { kind, text } of tokenizeSql(sql)) {
    if (kind === 'plain' && text.trim() === '') {
      apart = true
      continue
    }
    words.push({ text, apart })
    apart = false
  }
  return words
}
