/** SQL as DuckDB reads it. */
import { quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { Dialect } from '../dialect.ts'
import { readAsSql } from './read-as-sql.ts'

export const duckdbDialect: Dialect = {
  identifier: quoteIdentifier,
  text: quoteText,

  double: (value) => `CAST(${value} AS DOUBLE)`,
  asText: (value) => `CAST(${value} AS VARCHAR)`,
  readAs: readAsSql,
  numberIn: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  indicator: (condition) => `CAST(${condition} AS INTEGER)`,
  isFinite: (value) => `isfinite(${value})`,
  rounded: (value, decimals) => `round(${value}, ${decimals})`,
  leadingDigit: (value) => `CAST(left(ltrim(printf('%.17f', abs(CAST(${value} AS DOUBLE))), '0.'), 1) AS INTEGER)`,
  ratio: (dividend, divisor) => `${dividend} / ${divisor}`,
  rowPlace: (value) => `CAST(${value} AS UINTEGER)`,
  lastDigit: (value) => `(abs(round(${value}))::HUGEINT % 10)`,

  contains: (text, part) => `contains(${text}, ${quoteText(part)})`,
  positionIn: (texts, text) => `list_position([${texts.map(quoteText).join(', ')}]::VARCHAR[], ${text})`,
  digest: (texts) => `md5(concat_ws(chr(31), ${texts.join(', ')}))`,
  rowHash: (values) => `hash(${values.join(', ')})`,

  truncate: (grain, time) => `date_trunc('${grain}', ${time})`,
  calendarPart: (part, time) => `date_part('${part === 'weekday' ? 'isodow' : part}', ${time})`,
  dayText: (time) => `strftime(${time}, '%Y-%m-%d')`,
  momentText: (time) => `strftime(${time}, '%Y-%m-%dT%H:%M:%S')`,

  countIf: (condition) => `count_if(${condition})`,
  sum: (value) => `fsum(${value})`,
  mean: (value) => `favg(${value})`,
  median: (value) => `median(${value})`,
  quantile: (value, fraction) => `quantile_cont(${value}, ${fraction})`,
  quantiles: (value, fractions) => `quantile_cont(${value}, [${fractions.join(', ')}])`,
  skewness: (value) => `skewness(${value})`,
  valueAtLeast: (value, order) => `arg_min(${value}, ${order})`,
  valueAtMost: (value, order) => `arg_max(${value}, ${order})`,

  stacked(relation, values) {
    const cells = values.map((value, place) => `{'place': ${place}, 'own': ${value}}`)
    return `(SELECT cell.place AS place, cell.own AS own FROM (SELECT unnest([${cells.join(', ')}]) AS cell FROM ${relation}))`
  },
  distancesFromMedian: ({ relation, filter, value, group, name }) =>
    `(SELECT *, abs(${value} - median(${value}) OVER (PARTITION BY ${group})) AS ${name}
  FROM ${relation} WHERE ${filter})`,
}
