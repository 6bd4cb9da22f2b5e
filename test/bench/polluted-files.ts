/** One clean table, polluted in every way the Pollock survey names and some it does not; each with what it should read as. */

export interface PollutedFile {
  readonly name: string
  readonly bytes: Buffer
  /** Header first; an empty one when the file has none and a reader makes up names. */
  readonly truth: readonly (readonly string[])[]
}

const header = ['Date', 'Time', 'Quantity', 'Product ID', 'Price', 'Type', 'Description', 'Link', 'Comment']
const descriptions = [
  'Lamp, standing, 40 W',
  'Chair "Vienna" of beech',
  'Shelf; three boards',
  'Sofa for two\nin blue or grey',
  'Table',
  "Mirror of the king's room",
  'Stool',
  'Desk, oak, 160 x 80',
]

/** Quoted where they must be: commas, quotes, a line break in a cell. */
function cleanRows(count = 80): string[][] {
  return Array.from({ length: count }, (_, row) => {
    const day = new Date(Date.UTC(2022, 0, 1 + row)).toISOString().slice(0, 10)
    return [
      day,
      `${String(8 + (row % 11)).padStart(2, '0')}:${String((row * 7) % 60).padStart(2, '0')}`,
      String(1 + ((row * 5) % 17)),
      `P-${1000 + ((row * 37) % 400)}`,
      (3 + ((row * 173) % 900) / 10).toFixed(2),
      ['Lighting', 'Seating', 'Storage'][row % 3] ?? '',
      descriptions[row % descriptions.length] ?? '',
      `https://shop.example/p/${1000 + ((row * 37) % 400)}`,
      row % 4 === 0 ? '' : `checked ${row % 9}`,
    ]
  })
}

interface Writing {
  readonly delimiter?: string
  readonly quote?: string
  readonly escapedBy?: string
  readonly end?: string
  readonly always?: boolean
}

function cell(text: string, { delimiter = ',', quote = '"', escapedBy = quote, always = false }: Writing): string {
  const needs = always || text.includes(delimiter.trim() || delimiter) || text.includes(quote) || /[\r\n]/u.test(text)
  return needs ? `${quote}${text.replaceAll(quote, escapedBy + quote)}${quote}` : text
}

function line(row: readonly string[], writing: Writing = {}): string {
  return row.map((text) => cell(text, writing)).join(writing.delimiter ?? ',')
}

function written(rows: readonly (readonly string[])[], writing: Writing = {}): string {
  const end = writing.end ?? '\n'
  return rows.map((row) => line(row, writing) + end).join('')
}

export function pollutedFiles(): PollutedFile[] {
  const rows = cleanRows()
  const flat = rows.map((row) => row.map((text) => text.replaceAll('\n', ' ')))
  const clean = [header, ...rows]
  const files: PollutedFile[] = []
  const add = (name: string, text: string | Buffer, truth: readonly (readonly string[])[] = clean): void => {
    files.push({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text, truth })
  }
  const editedLine = (index: number, edit: (text: string) => string): string =>
    written(clean.map((row) => row.map((text) => text.replaceAll('\n', ' '))))
      .split('\n')
      .map((text, at) => (at === index ? edit(text) : text))
      .join('\n')
  const flatClean = [header, ...flat]

  add('clean', written(clean))
  const delimiters: Record<string, string> = {
    ...{ semicolon: ';', tab: '\t', pipe: '|', colon: ':', space: ' ', caret: '^', tilde: '~' },
    ...{ comma_space: ', ', double_pipe: '||', unit_separator: '\u001f' },
  }
  for (const [name, delimiter] of Object.entries(delimiters)) add(`delimiter_${name}`, written(clean, { delimiter }))
  add('quote_single', written(clean, { quote: "'" }))
  add('quote_always', written(clean, { always: true }))
  add('escape_backslash', written(clean, { escapedBy: '\\' }))
  add('escape_none', written(clean, { escapedBy: '' }))
  add('semicolon_single_quote', written(clean, { delimiter: ';', quote: "'" }))
  add('tab_backslash', written(clean, { delimiter: '\t', escapedBy: '\\' }))
  add('ends_crlf', written(clean, { end: '\r\n' }))
  add('ends_cr', written(flatClean, { end: '\r' }), flatClean)
  const mixedEnds = flatClean
    .map((row, index) => line(row) + (index % 3 === 0 ? '\r\n' : index % 3 === 1 ? '\n' : '\r'))
    .join('')
  add('ends_mixed', mixedEnds, flatClean)
  add('ends_crlf_lf', flatClean.map((row, index) => line(row) + (index % 2 === 0 ? '\r\n' : '\n')).join(''), flatClean)
  add('no_final_newline', written(clean).slice(0, -1))
  add('two_final_newlines', `${written(clean)}\n`)
  add('many_final_newlines', `${written(clean)}\n\n\n\n`)
  add('trailing_spaces_line', `${written(clean)}   \n`)
  add('no_header', written(rows), [[], ...rows])
  add('header_duplicate', written([header.map((name, index) => (index === 8 ? 'Date' : name)), ...rows]), [
    header.map((name, index) => (index === 8 ? 'Date' : name)),
    ...rows,
  ])
  add('header_missing_name', written([header.map((name, index) => (index === 3 ? '' : name)), ...rows]), [
    header.map((name, index) => (index === 3 ? '' : name)),
    ...rows,
  ])
  const longHeader = header.map((name) => `${name} of everything that was ever sold in the shop, in full`)
  add('header_long', written([longHeader, ...rows]), [longHeader, ...rows])
  add('header_only_one_row', written([header, ...rows.slice(0, 1)]), [header, ...rows.slice(0, 1)])
  add('preamble_one_line', `Sales report 2022\n${written(clean)}`)
  add('preamble_several', `Sales report 2022\nCreated on 2023-01-05 by M. Miller\n\n${written(clean)}`)
  add('preamble_padded', `Sales report 2022,,,,,,,,\nShop: Vienna,,,,,,,,\n${written(clean)}`)
  add('preamble_with_commas', `"Sales report, 2022"\nSource: till, web, phone\n\n${written(clean)}`)
  add('footer_one_line', `${written(clean)}Source: shop database\n`)
  add('footer_after_blank', `${written(clean)}\nTotal rows: 80\nEnd of report\n`)
  add('footer_padded_semicolon', `${written(clean, { delimiter: ';' })}\nEnd of report;2022\n`)
  add('preamble_and_footer', `Sales report\n\n${written(clean)}\nEnd of report\n`)
  add('comments_at_start', `# exported by till 3\n# 80 rows\n${written(clean)}`)
  add(
    'comments_in_between',
    flatClean.map((row, index) => (index % 20 === 10 ? `# page ${index / 10}\n` : '') + line(row)).join('\n'),
    flatClean,
  )
  add('comments_with_commas', `# exported, by till, version 3\n${written(clean)}`)
  add(
    'row_short',
    editedLine(12, (text) => text.split(',').slice(0, 6).join(',')),
    [header, ...flat.map((row, index) => (index === 11 ? shortened(line(row), 9) : row))],
  )
  add(
    'row_long_empty',
    editedLine(12, (text) => `${text},,`),
    flatClean,
  )
  const lastColumn = [...header, '']
  add(
    'row_long_value',
    editedLine(12, (text) => `${text},extra`),
    [lastColumn, ...flat.map((row, index) => [...row, index === 11 ? 'extra' : ''])],
  )
  add('trailing_delimiter', written([header, ...rows]).replace(/\n(?=\d{4}-|$)/gu, ',\n'), [
    lastColumn,
    ...rows.map((row) => [...row, '']),
  ])
  add(
    'blank_lines_between',
    flatClean.map((row, index) => line(row) + (index % 10 === 5 ? '\n\n' : '\n')).join(''),
    flatClean,
  )
  const plain = flat.map((row) => row.map((text) => text.replaceAll('"', '')))
  add('stray_quote_in_cell', written([header, ...plain]).replaceAll('checked 2\n', 'check"ed 2\n'), [
    header,
    ...plain.map((row) => row.map((text) => text.replace('checked 2', 'check"ed 2'))),
  ])
  add(
    'unescaped_quotes_in_quoted',
    written([header, ...plain], { always: true }).replaceAll('"checked 2"', '"checked "two" times"'),
    [header, ...plain.map((row) => row.map((text) => text.replace('checked 2', 'checked "two" times')))],
  )
  const unclosed = plain.map((row) => row.map((text) => (text.includes(',') ? 'Lamp' : text)))
  add(
    'quote_never_closed',
    written([header, ...unclosed.map((row, index) => (index === 40 ? row.with(8, '\u0001open') : row))]).replace(
      '\u0001',
      '"',
    ),
    [header, ...unclosed.map((row, index) => (index === 40 ? row.with(8, '"open') : row))],
  )
  add(
    'spaces_around_quotes',
    flatClean.map((row) => row.map((text) => cell(text, { always: true })).join(' , ')).join('\n'),
    flatClean,
  )
  add('byte_order_mark', `\ufeff${written(clean)}`)
  add('utf16le_mark', Buffer.from(`\ufeff${written(clean)}`, 'utf16le'))
  add('utf16be_mark', Buffer.from(`\ufeff${written(clean)}`, 'utf16le').swap16())
  add('utf16le_no_mark', Buffer.from(written(clean), 'utf16le'))
  const accented = rows.map((row, index) =>
    row.with(8, ['Größe geprüft', 'café déjà vu', 'naïve – 5 €', ''][index % 4] ?? ''),
  )
  add('windows_1252', windows1252(written([header, ...accented])), [header, ...accented])
  add('utf8_accents', written([header, ...accented]), [header, ...accented])
  const european = rows.map((row) => row.with(4, (row[4] ?? '').replace('.', ',')))
  add('semicolon_decimal_comma', written([header, ...european], { delimiter: ';' }), [header, ...european])
  add('tab_decimal_comma', written([header, ...european], { delimiter: '\t' }), [header, ...european])
  const one = [['Price'], ...rows.map((row) => [row[4] ?? ''])]
  add('one_column', written(one), one)
  const two = [['word', 'count'], ...rows.map((row) => [row[5] ?? '', row[2] ?? ''])]
  add('two_columns_space', written(two, { delimiter: ' ' }), two)
  const aligned = [['name', 'count', 'price'], ...rows.map((row) => [row[3] ?? '', row[2] ?? '', row[4] ?? ''])]
  add(
    'aligned_with_spaces',
    aligned
      .map((row) =>
        row
          .map((text) => text.padEnd(10))
          .join('')
          .trimEnd(),
      )
      .join('\n'),
    aligned,
  )
  return files
}

/** What is left of a line cut to its first six raw pieces, as cells padded to `width`. */
function shortened(text: string, width: number): string[] {
  const cells = text.split(',').slice(0, 6)
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

function windows1252(text: string): Buffer {
  const special = new Map([
    ['€', 0x80],
    ['–', 0x96],
  ])
  return Buffer.from([...text].map((letter) => special.get(letter) ?? letter.charCodeAt(0)))
}
