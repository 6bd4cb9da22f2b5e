/** A relation of columns turned the way in which it is said, and the SQL that counts the rows in which it holds. */
import { nameWords } from '../../../analysis/profile/name-words.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { rateIn } from '../../../analysis/relations/products.ts'
import { type Relation, stepOf } from '../../../analysis/relations/relation.ts'
import type { TableSchema } from '../../../analysis/schema.ts'

export interface Formula {
  readonly form: 'sum' | 'difference' | 'product' | 'quotient' | 'linear'
  readonly whole: string
  /** What the whole follows from, in the order in which it is said. */
  readonly from: readonly string[]
  /** A second way to add it up. */
  readonly otherParts: readonly string[] | null
  readonly factor: number
  readonly offset: number
}

const differenceWords = new Set(
  'profit margin balance net difference diff gap surplus deficit change gain loss growth duration delay rest remaining left'.split(
    ' ',
  ),
)
/** Profit is revenue less cost rather than revenue the sum of both; a rate is a quotient rather than a factor. */
export function formulaOf(relation: Exclude<Relation, { kind: 'close' }>, schema: TableSchema): Formula {
  const plain = { otherParts: null, factor: 1, offset: 0 }
  switch (relation.kind) {
    case 'sum': {
      const [parts = [], other = null] = relation.parts
      const left =
        parts.length === 2 && other === null ? parts.find((part) => isLeft(part, relation.whole, schema)) : undefined
      const { whole, offset } = relation
      if (left === undefined) return { ...plain, form: 'sum', whole, from: parts, otherParts: other, offset }
      const taken = parts.filter((part) => part !== left)
      return { ...plain, form: 'difference', whole: left, from: [whole, ...taken], offset: offset === 0 ? 0 : -offset }
    }
    case 'product': {
      const { product, first, second, scale } = relation
      const rate = rateIn(relation)
      if (rate === null) return { ...plain, form: 'product', whole: product, from: [first, second], factor: scale }
      const divisor = rate === first ? second : first
      return {
        ...plain,
        form: 'quotient',
        whole: rate,
        from: [product, divisor],
        factor: Number((1 / scale).toPrecision(12)),
      }
    }
    case 'linear': {
      const { first, second, factor, offset } = relation
      return { ...plain, form: 'linear', whole: second, from: [first], factor, offset }
    }
  }
}

/** What is left when something is taken away: by its name, or since it can be below zero where the whole cannot. */
function isLeft(part: string, whole: string, schema: TableSchema): boolean {
  const least = (name: string): number => schema.columns.find(({ column }) => column.name === name)?.numeric?.min ?? 0
  return (has(part, differenceWords) && !has(whole, differenceWords)) || (least(part) < 0 && least(whole) >= 0)
}

function has(name: string, words: ReadonlySet<string>): boolean {
  return nameWords(name).some((word) => words.has(word))
}

/** One row: `n`, `fits`, `largest`, `factor`, `offset`, `parts` and `pearson`, and the ends of ranges, which it has none of. */
export function formulaSql(formula: Formula, schema: TableSchema): string {
  const { dialect } = schema
  const ways = [formula.from, ...(formula.otherParts === null ? [] : [formula.otherParts])]
  const columns = [...new Set([formula.whole, ...ways.flat()])].map((name) => profileOf(name, schema))
  const whole = sqlOf(formula.whole, schema)
  const gaps = ways.map((from) => `abs(${whole} - (${madeSql(formula, from, schema)}))`)
  const gap = gaps.length === 1 ? gaps[0] : `greatest(${gaps.join(', ')})`
  const filled = columns.map(({ sql }) => `${sql} IS NOT NULL`)
  // A quotient by zero is none.
  if (formula.form === 'quotient') filled.push(`${sqlOf(formula.from[1] ?? '', schema)} <> 0`)
  const factor = formula.factor === 1 ? 'NULL' : `${formula.factor}`
  const offset = formula.offset === 0 ? 'NULL' : `${formula.offset}`
  const parts = formula.form === 'sum' ? `${formula.from.length}` : 'NULL'
  return `SELECT count(*) AS n, ${dialect.countIf('gap <= greatest(rounded, precise)')} AS fits,
  max(CASE WHEN gap <= precise THEN 0 WHEN gap <= rounded THEN gap END) AS largest,
  ${dialect.double(factor)} AS factor, ${dialect.double(offset)} AS "offset", CAST(${parts} AS INTEGER) AS parts, ${dialect.double('NULL')} AS pearson,
  ${dialect.double('NULL')} AS low_end, ${dialect.double('NULL')} AS high_start
FROM (SELECT ${gap} AS gap, ${toleranceSql(formula, schema)} AS rounded, 1e-9 * abs(${whole}) + 1e-12 AS precise
  FROM ${schema.relation} WHERE ${filled.join(' AND ')})`
}

function madeSql({ form, factor, offset }: Formula, from: readonly string[], schema: TableSchema): string {
  const { dialect } = schema
  const terms = from.map((name) => sqlOf(name, schema))
  const scaled = factor === 1 ? '' : ` * ${dialect.double(`${factor}`)}`
  const shifted = offset === 0 ? '' : ` + ${dialect.double(`${offset}`)}`
  switch (form) {
    case 'sum':
      return `${terms.join(' + ')}${shifted}`
    case 'difference':
      return `${terms.join(' - ')}${shifted}`
    case 'product':
      return `${terms.join(' * ')}${scaled}`
    case 'quotient':
      return `${terms.join(' / ')}${scaled}`
    case 'linear':
      return `${terms[0]}${scaled} + ${dialect.double(`${offset}`)}`
  }
}

/** What the rounding of the values as they are written leaves of a difference, as SQL. */
function toleranceSql(formula: Formula, schema: TableSchema): string {
  const { dialect } = schema
  const step = (name: string): number => stepIn(name, schema)
  const own = step(formula.whole)
  const size = (name: string): string => `abs(${sqlOf(name, schema)})`
  const [first = '', second = ''] = formula.from
  const scale = Math.abs(formula.factor)
  switch (formula.form) {
    case 'sum':
    case 'difference': {
      const steps = [...formula.from, ...(formula.otherParts ?? [])].map(step)
      // Values that are not rounded leave no more than double precision does.
      const rounded = own > 0 && steps.every((one) => one > 0)
      return `${dialect.double(`${rounded ? plainNumber(0.5005 * (own + steps.reduce((sum, one) => sum + one, 0))) : 0}`)}`
    }
    case 'product':
      return `0.5005 * (${plainNumber(own)} + ${plainNumber(scale)} * (${size(first)} * ${plainNumber(step(second))} + ${size(second)} * ${plainNumber(step(first))}))`
    case 'quotient': {
      // Errors of numerator and denominator, each by its share of the quotient.
      const [top, bottom] = [size(first), size(second)]
      return `0.5005 * (${plainNumber(own)} + ${plainNumber(scale)} * (${plainNumber(step(first))} / ${bottom} + ${top} * ${plainNumber(step(second))} / (${bottom} * ${bottom})))`
    }
    case 'linear':
      return `${dialect.double(`${plainNumber(0.5005 * (own + scale * step(first)))}`)}`
  }
}

function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)))
}

function stepIn(name: string, schema: TableSchema): number {
  const values = schema.sample.columns.get(name)
  return values === undefined ? 0 : stepOf(values)
}

function sqlOf(name: string, schema: TableSchema): string {
  const { dialect } = schema
  return dialect.double(profileOf(name, schema).sql)
}

function profileOf(name: string, schema: TableSchema): ColumnProfile {
  const found = schema.columns.find(({ column }) => column.name === name)
  if (found === undefined) throw new Error(`No column ${name}`)
  return found
}
