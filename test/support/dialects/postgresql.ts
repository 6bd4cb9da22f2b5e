/**
 * SQL as PostgreSQL 18 reads it: the second dialect, by which tests show that the analysis asks nothing of DuckDB's own.
 * It is not shipped. NaN, which PostgreSQL holds to be equal to itself and larger than all else, is left as it is.
 */
import type { Retyping } from '../../../src/shared/story/table.ts'
import type { Dialect } from '../../../src/workers/source/dialect.ts'

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
const double = (value: string): string => `CAST(${value} AS DOUBLE PRECISION)`

export const postgresqlDialect: Dialect = {
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text: quoted,

  double,
  asText: (value) => `CAST(${value} AS TEXT)`,
  readAs,
  numberIn: (text) => `CASE WHEN pg_input_is_valid(${text}, 'double precision') THEN ${double(text)} END`,
  indicator: (condition) => `CAST((${condition}) AS INTEGER)`,
  isFinite: (value) => `${double(value)} NOT IN ('NaN', 'Infinity', '-Infinity')`,
  rounded: (value, decimals) => double(`round(CAST(${value} AS NUMERIC), ${decimals})`),
  leadingDigit: (value) => `CAST(left(ltrim(CAST(abs(CAST(${value} AS NUMERIC)) AS TEXT), '0.'), 1) AS INTEGER)`,
  ratio: (dividend, divisor) => `${double(`(${dividend})`)} / nullif(${divisor}, 0)`,
  rowPlace: (value) => `CAST(${value} AS bigint)`,
  lastDigit: (value) => `(abs(round(CAST(${value} AS NUMERIC))) % 10)`,

  contains: (text, part) => `(position(${quoted(part)} IN ${text}) > 0)`,
  positionIn: (texts, text) => `array_position(CAST(ARRAY[${texts.map(quoted).join(', ')}] AS TEXT[]), ${text})`,
  digest: (texts) => `md5(concat_ws(chr(31), ${texts.join(', ')}))`,
  rowHash: (values) => `md5(CAST(ROW(${values.join(', ')}) AS TEXT))`,

  truncate: (grain, time) => `date_trunc('${grain}', CAST(${time} AS TIMESTAMP))`,
  calendarPart: (part, time) =>
    `CAST(date_part('${part === 'weekday' ? 'isodow' : part}', CAST(${time} AS TIMESTAMP)) AS INTEGER)`,
  dayText: (time) => `to_char(${time}, 'YYYY-MM-DD')`,
  momentText: (time) => `to_char(${time}, 'YYYY-MM-DD"T"HH24:MI:SS')`,

  countIf: (condition) => `count(CASE WHEN ${condition} THEN 1 END)`,
  sum: (value) => `sum(${double(value)})`,
  mean: (value) => `avg(${double(value)})`,
  median: (value) => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${double(value)})`,
  quantile: (value, fraction) => `percentile_cont(${fraction}) WITHIN GROUP (ORDER BY ${double(value)})`,
  quantiles: (value, fractions) =>
    `percentile_cont(ARRAY[${fractions.join(', ')}]) WITHIN GROUP (ORDER BY ${double(value)})`,
  skewness,
  valueAtLeast: (value, order) => `(array_agg(${value} ORDER BY ${order}))[1]`,
  valueAtMost: (value, order) => `(array_agg(${value} ORDER BY ${order} DESC NULLS LAST))[1]`,

  stacked: (relation, values) =>
    `(SELECT cell.place AS place, cell.own AS own FROM ${relation} CROSS JOIN LATERAL (VALUES ${values.map((value, place) => `(${place}, ${value})`).join(', ')}) AS cell(place, own))`,
  // A median is no window function: it is joined to the rows of its group.
  distancesFromMedian: ({ relation, filter, value, group, name }) =>
    `(SELECT *, abs(${value} - "median of the group") AS ${name} FROM ${relation} JOIN (
  SELECT ${group} AS "group of the median", percentile_cont(0.5) WITHIN GROUP (ORDER BY ${double(value)}) AS "median of the group"
  FROM ${relation} WHERE ${filter} GROUP BY 1) AS medians ON ${group} = "group of the median" WHERE ${filter})`,
}

/** √(n(n − 1))/(n − 2) · m₃/m₂^1.5, by the sums of powers. */
function skewness(value: string): string {
  const x = double(value)
  const n = double(`count(${value})`)
  const [mean, squares, cubes] = [1, 2, 3].map((power) => `avg(power(${x}, ${power}))`)
  const third = `(${cubes} - 3 * ${mean} * ${squares} + 2 * power(${mean}, 3))`
  const second = `(${squares} - power(${mean}, 2))`
  return `sqrt(${n} * (${n} - 1)) / nullif(${n} - 2, 0) * ${third} / nullif(power(${second}, 1.5), 0)`
}

/** Only what a test asks of it: numbers, texts, yes and no, and days and moments in ISO order. */
function readAs({ column, storage, by }: Retyping): string {
  const own = postgresqlDialect.identifier(column)
  const text = `trim(CAST(${own} AS TEXT))`
  switch (by.rule) {
    case 'text':
      return `CAST(${own} AS TEXT)`
    case 'number': {
      const [point, comma] = by.decimal === '.' ? ['.', ','] : [',', '.']
      const shape = `^[+-]?([0-9]{1,3}([${comma}][0-9]{3})+|[0-9]+)([${point}][0-9]+)?$`
      const plain = `replace(replace(${text}, '${comma}', ''), '${point}', '.')`
      return `CASE WHEN ${text} ~ '${shape}' THEN CAST(${plain} AS ${storage === 'BIGINT' ? 'BIGINT' : 'DOUBLE PRECISION'}) END`
    }
    case 'words':
      return `CASE lower(${text}) WHEN lower(${quoted(by.yes)}) THEN true WHEN lower(${quoted(by.no)}) THEN false END`
    case 'time': {
      const pattern = by.notation
        .replace('%Y', 'YYYY')
        .replace('%m', 'MM')
        .replace('%d', 'DD')
        .replace('%H:%M:%S', 'HH24:MI:SS')
      return `CASE WHEN to_char(CASE WHEN pg_input_is_valid(${text}, 'timestamp') THEN CAST(${text} AS TIMESTAMP) END, '${pattern}') = ${text} THEN CAST(${text} AS ${storage}) END`
    }
    case 'days':
      return `CAST(TIMESTAMP '1899-12-30' + ${own} * INTERVAL '1 day' AS ${storage})`
    case 'seconds':
      return `CAST(TIMESTAMP '1970-01-01' + ${own} / ${by.perSecond} * INTERVAL '1 second' AS ${storage})`
  }
}
