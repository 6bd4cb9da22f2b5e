/**
 * Conditions as people write them: `region = North and (age >= 30 or age is missing)`, `size in (S, M)`, `day between
 * 2020-01-01 and 2020-06-30`, `city contains york`. Names and values that hold a word of the grammar stand in quotes.
 *
 *     any   := all ('or' all)*
 *     all   := one ('and' one)*
 *     one   := '(' any ')' | column test
 *     test  := ('=' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not') value
 *            | 'is' ['not'] 'missing' | ['not'] 'in' '(' value (',' value)* ')' | 'between' value 'and' value
 *            | ['not'] 'contains' value
 *            | 'falls' ('month' | 'quarter' | 'weekday' | 'hour') '(' number (',' number)* ')'
 */
import { calendarParts } from '../format/calendar-names.ts'
import type { Comparison, Condition, ConditionValue } from './condition.ts'

/** Where and why a text is no condition; `at` counts UTF-16 units from 0. */
export class ConditionError extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.name = 'ConditionError'
    this.at = at
  }
}

/** Longer texts and deeper brackets are no conditions that a person writes. */
const mostCharacters = 4_000
const mostDepth = 20

interface Token {
  /** `text` is quoted: never a word of the grammar. */
  readonly kind: 'word' | 'text' | 'sign'
  readonly text: string
  readonly at: number
}

/**
 * `columns` are the names there are: they may hold spaces and need no quotes then. Null where the table is not at hand:
 * whatever stands before a test is a name. Throws `ConditionError`.
 */
export function parseCondition(text: string, columns: readonly string[] | null): Condition {
  if (text.length > mostCharacters) throw new ConditionError('it is too long', mostCharacters)
  const parser = new Parser(tokensOf(text), columns, text.length)
  return parser.whole()
}

const pattern =
  /\s*(?:"((?:[^"\\]|\\.|"")*)"|'((?:[^'\\]|\\.|'')*)'|`([^`]*)`|\[([^\]]*)\]|(<=|>=|<>|!=|==|[=<>(),])|([^\s"'`<>=!(),]+))/uy

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const match = pattern.exec(text)
    if (match === null)
      throw new ConditionError('a quotation mark is not closed, or a sign is none of the grammar', from)
    const [whole, double, single, back, bracket, sign, word] = match
    const at = from + whole.length - whole.trimStart().length
    const quoted = double?.replace(/""/g, '"') ?? single?.replace(/''/g, "'")
    const literal = quoted?.replace(/\\(.)/gu, '$1') ?? back ?? bracket
    if (literal !== undefined) tokens.push({ kind: 'text', text: literal, at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at })
    else tokens.push({ kind: 'word', text: word ?? '', at })
  }
  return tokens
}

const signs: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #columns: readonly string[] | null
  readonly #end: number
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[], columns: readonly string[] | null, end: number) {
    this.#tokens = tokens
    this.#columns = columns
    this.#end = end
  }

  whole(): Condition {
    const condition = this.#joined('any')
    if (this.#peek() !== undefined) throw this.#error(`“${this.#peek()?.text}” was not expected`)
    return condition
  }

  #joined(kind: 'any' | 'all'): Condition {
    const parts: Condition[] = []
    do parts.push(kind === 'any' ? this.#joined('all') : this.#one())
    while (this.#takeWord(kind === 'any' ? 'or' : 'and'))
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { kind, parts }
  }

  #one(): Condition {
    if (!this.#takeSign('(')) return this.#test(this.#column())
    if (++this.#depth > mostDepth) throw this.#error('brackets are nested too deeply')
    const condition = this.#joined('any')
    if (!this.#takeSign(')')) throw this.#error('a bracket is not closed')
    this.#depth--
    return condition
  }

  #column(): string {
    const first = this.#peek()
    if (first === undefined) throw this.#error('a column was expected')
    if (first.kind === 'text') {
      this.#next++
      return this.#known(first.text) ?? this.#unknown(first.text, first.at)
    }
    // The longest run of words that is a name.
    for (let count = this.#wordsAhead(); count > 0; count--) {
      const name = this.#known(this.#textOf(count))
      if (name === undefined) continue
      this.#next += count
      return name
    }
    return this.#unknown(first.text, first.at)
  }

  /** As it is written, or but for capitals where that is one column only. */
  #known(name: string): string | undefined {
    if (this.#columns === null || this.#columns.includes(name)) return name
    const alike = this.#columns.filter((column) => column.toLowerCase() === name.toLowerCase())
    return alike.length === 1 ? alike[0] : undefined
  }

  #unknown(name: string, at: number): never {
    throw new UnknownColumnError(name, at)
  }

  #test(column: string): Condition {
    const token = this.#peek()
    const operator = token?.kind === 'sign' ? signs[token.text] : undefined
    if (operator !== undefined) {
      this.#next++
      return { kind: 'compare', column, operator, value: this.#value() }
    }
    if (this.#takeWord('is')) {
      const negated = this.#takeWord('not')
      if (this.#takeWord('missing') || this.#takeWord('empty') || this.#takeWord('null')) {
        return { kind: 'missing', column, negated }
      }
      if (this.#takeWord('in')) return this.#in(column, negated)
      return { kind: 'compare', column, operator: negated ? '!=' : '=', value: this.#value() }
    }
    if (this.#takeWord('between')) {
      const low = this.#value()
      if (!this.#takeWord('and')) throw this.#error('“between” needs two values with “and” in the middle')
      return { kind: 'between', column, low, high: this.#value() }
    }
    if (this.#takeWord('falls')) return this.#falls(column)
    const negated = this.#takeWord('not')
    if (this.#takeWord('in')) return this.#in(column, negated)
    if (this.#takeWord('contains')) return { kind: 'contains', column, text: this.#part(), negated }
    throw this.#error(`after “${column}” one of =, !=, <, <=, >, >=, is, in, between, contains was expected`)
  }

  /** Parts of the calendar that come round again, by their numbers: `day falls weekday (6, 7)`. */
  #falls(column: string): Condition {
    const part = calendarParts.find((one) => this.#takeWord(one))
    const within = part === undefined ? null : this.#in(column, false)
    if (part === undefined || within?.kind !== 'in')
      throw this.#error(`after “falls” one of ${calendarParts.join(', ')} was expected`)
    const values = within.values.map(Number)
    if (!values.every(Number.isInteger)) throw this.#error('parts of the calendar are whole numbers')
    return { kind: 'calendar', column, part, values }
  }

  #in(column: string, negated: boolean): Condition {
    if (!this.#takeSign('(')) throw this.#error('“in” needs values in brackets')
    const values = [this.#value()]
    while (this.#takeSign(',')) values.push(this.#value())
    if (!this.#takeSign(')')) throw this.#error('a bracket is not closed')
    return { kind: 'in', column, values, negated }
  }

  #part(): string {
    const text = String(this.#value())
    if (text === '') throw this.#error('after “contains” a text was expected')
    return text
  }

  /** A text in quotes, or a run of words up to the next of the grammar: New York. */
  #value(): ConditionValue {
    const first = this.#peek()
    if (first?.kind === 'text') {
      this.#next++
      return first.text
    }
    const count = this.#wordsAhead()
    if (count === 0) throw this.#error('a value was expected')
    const text = this.#textOf(count)
    this.#next += count
    // 007 stays a text: of a number column it is a number all the same.
    return String(Number(text)) === text ? Number(text) : text
  }

  /** Words from here on that are none of the grammar. */
  #wordsAhead(): number {
    let count = 0
    for (;;) {
      const token = this.#tokens[this.#next + count]
      if (token?.kind !== 'word' || isGrammar(token.text)) return count
      count++
    }
  }

  #textOf(count: number): string {
    return this.#tokens
      .slice(this.#next, this.#next + count)
      .map(({ text }) => text)
      .join(' ')
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #takeWord(word: string): boolean {
    const token = this.#peek()
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false
    this.#next++
    return true
  }

  #takeSign(sign: string): boolean {
    const token = this.#peek()
    if (token?.kind !== 'sign' || token.text !== sign) return false
    this.#next++
    return true
  }

  #error(message: string): ConditionError {
    return new ConditionError(message, this.#peek()?.at ?? this.#end)
  }
}

const grammar: ReadonlySet<string> = new Set([
  'and',
  'or',
  'is',
  'not',
  'in',
  'between',
  'missing',
  'contains',
  'falls',
])

/** A word that is a name or a value only in quotes. */
export function isGrammar(word: string): boolean {
  return grammar.has(word.toLowerCase())
}

/** A name that is none of the columns. */
export class UnknownColumnError extends ConditionError {
  readonly column: string

  constructor(column: string, at: number) {
    super(`there is no column “${column}”`, at)
    this.name = 'UnknownColumnError'
    this.column = column
  }
}
