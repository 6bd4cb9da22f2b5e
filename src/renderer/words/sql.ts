/** Splits SQL into words to be coloured. For reading only: it need not understand, it must not change anything. */

export type SqlTokenKind = 'keyword' | 'text' | 'name' | 'number' | 'comment' | 'plain'

export interface SqlToken {
  readonly kind: SqlTokenKind
  readonly text: string
  readonly start: number
}

const keywords = new Set(
  `select from where group by order having limit offset as and or not null is in on join left right inner outer full cross
  using with recursive union all distinct case when then else end between like ilike asc desc filter over partition
  window values cast try_cast interval date timestamp true false exists qualify rows range preceding following current
  row unbounded nulls first last sample using lateral intersect except extract`.split(/\s+/),
)

const pattern =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<number>\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)|(?<word>[A-Za-z_]\w*)|(?<plain>\s+|[^\s])/gi

/** Tokens in order; their texts put together are the SQL again. */
export function tokenizeSql(sql: string): readonly SqlToken[] {
  return Array.from(sql.matchAll(pattern), (match): SqlToken => {
    const groups = match.groups ?? {}
    const text = match[0]
    const start = match.index
    if (groups.word !== undefined) return { kind: keywords.has(text.toLowerCase()) ? 'keyword' : 'plain', text, start }
    const kind = (['comment', 'text', 'name', 'number'] as const).find((name) => groups[name] !== undefined) ?? 'plain'
    return { kind, text, start }
  })
}
