import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import type { CellSink } from '../../../../../src/workers/formats/workbook/cell-sink.ts'
import { cellReference } from '../../../../../src/workers/formats/workbook/references.ts'
import { SheetScanner } from '../../../../../src/workers/formats/xlsx/sheet-scanner.ts'
import { holds } from '../../../../support/property.ts'
import { escapeXml } from '../../../../support/workbook.ts'

/** What a scan tells, one line a cell. */
function scan(xml: string | Buffer, cuts: readonly number[] = []): string[] {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml
  const told: string[] = []
  const tell =
    (kind: string) =>
    (row: number, column: number, value: unknown, style: number): void => {
      told.push(`${cellReference(row, column)} ${kind} ${JSON.stringify(value)}${style ? ` style ${style}` : ''}`)
    }
  const sink: CellSink = {
    number: tell('number'),
    shared: tell('shared'),
    text: tell('text'),
    boolean: tell('boolean'),
    isoDate: tell('date'),
    error: tell('error'),
    merged: (range) => told.push(`merged ${JSON.stringify(Object.values(range))}`),
  }
  const scanner = new SheetScanner(sink)
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scanner.push(bytes.subarray(from, cut))
    from = cut
  }
  scanner.push(bytes.subarray(from))
  scanner.end()
  return told
}

const sheet = (data: string): string => `<?xml version="1.0"?><worksheet><sheetData>${data}</sheetData></worksheet>`
/** Long enough that cells at the front take the shortcut. */
const padding = `<row r="900">${'<c r="A900"/>'.repeat(40)}</row>`

const everything = `<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="urn:x"><x:dimension ref="A1:C9"/><x:sheetData>
<x:row r="1"><x:c r="A1" t="s"><x:v>3</x:v></x:c><x:c r="B1" s="2"><x:f>1&lt;2</x:f><x:v>0</x:v></x:c></x:row>
<row r="2"><c r="A2" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">one </t></r><r><t>&amp; two</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>
<c r="B2" t="str"><v>a&#233;_x0041_ü</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#DIV/0!</v></c>
<c r="E2" t="d"><v>2024-02-29</v></c><c r="F2" s="1"/><c r="G2"><v></v></c><c t="n"><v> 1.5E3 </v></c></row>
<row><c><v><![CDATA[7]]></v></c><c><v>-0.25<!-- half? --></v></c></row></x:sheetData>
<mergeCells><mergeCell ref="A1:C1"/></mergeCells></x:worksheet>`

const everythingTold = [
  'A1 shared 3',
  'B1 number 0 style 2',
  'A2 text "one & two"',
  'B2 text "aéAü"',
  'C2 boolean true',
  'D2 error "#DIV/0!"',
  'E2 date "2024-02-29"',
  'H2 number 1500',
  'A3 number 7',
  'B3 number -0.25',
  'merged [0,0,0,2]',
]

describe('a scanned sheet', () => {
  it('gives every kind of cell, whatever its notation', () => {
    expect(scan(everything)).toEqual(everythingTold)
  })

  it('gives the same cells wherever the bytes are cut in two', () => {
    const bytes = Buffer.from(everything)
    for (let cut = 0; cut <= bytes.length; cut++) expect(scan(bytes, [cut])).toEqual(everythingTold)
  })

  it('gives the same cells when every byte comes alone', () => {
    const bytes = Buffer.from(everything)
    expect(scan(bytes, Array.from(bytes.keys()))).toEqual(everythingTold)
  })

  it('takes a cell without a reference for the one after the last, in whichever form that stood', () => {
    const cells = '<c r="C1"><v>1</v></c><c><v>2</v></c><c s="1"><v>3</v></c>'
    expect(scan(sheet(`<row>${cells}</row>${padding}`))).toEqual(['C1 number 1', 'D1 number 2', 'E1 number 3 style 1'])
  })

  it('believes a cell that contradicts its row', () => {
    expect(scan(sheet(`<row r="4"><c r="A7"><v>1</v></c></row>${padding}`))).toEqual(['A7 number 1'])
  })

  it('hands on as text what claims to be a number and is none', () => {
    expect(scan(sheet(`<row r="1"><c r="A1"><v>twelve</v></c><c r="B1"><v>0x10</v></c></row>${padding}`))).toEqual([
      'A1 text "twelve"',
      'B1 text "0x10"',
    ])
  })

  it('looks for cells in the sheet data only', () => {
    expect(
      scan('<worksheet><cols><c r="A1"><v>1</v></c></cols><sheetData/><c r="A2"><v>1</v></c></worksheet>'),
    ).toEqual([])
  })

  it('reads back whatever cells were written, however the bytes are cut', () => {
    const cell = fc.record({
      column: fc.integer({ min: 0, max: 16_383 }),
      style: fc.integer({ min: 0, max: 300 }),
      value: fc.oneof(
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .map((double) => double + 0)
          .map((value) => ({ xml: `<v>${value}</v>`, type: '', told: `number ${JSON.stringify(value)}` })),
        fc.nat().map((index) => ({ xml: `<v>${index}</v>`, type: ' t="s"', told: `shared ${index}` })),
        fc.boolean().map((value) => ({ xml: `<v>${value ? 1 : 0}</v>`, type: ' t="b"', told: `boolean ${value}` })),
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .filter(isPlain)
          .map((text) => ({
            xml: `<v>${escapeXml(text)}</v>`,
            type: ' t="str"',
            told: `text ${JSON.stringify(text)}`,
          })),
        fc
          .string({ unit: 'grapheme' })
          .filter(isPlain)
          .map((text) => ({
            xml: `<is><t>${escapeXml(text)}</t></is>`,
            type: ' t="inlineStr"',
            told: `text ${JSON.stringify(text)}`,
          })),
      ),
    })
    holds(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.array(fc.nat(4000), { maxLength: 8 }), (cells, cuts) => {
        const data = cells.map(({ column, style, value }, row) => {
          const reference = cellReference(row, column)
          return `<row r="${row + 1}"><c r="${reference}" s="${style}"${value.type}>${value.xml}</c></row>`
        })
        const bytes = Buffer.from(sheet(`${data.join('')}${padding}`))
        const told = cells.map(({ column, style, value }, row) => {
          return `${cellReference(row, column)} ${value.told}${style ? ` style ${style}` : ''}`
        })
        expect(
          scan(
            bytes,
            cuts.filter((cut) => cut < bytes.length),
          ),
        ).toEqual(told)
      }),
      { numRuns: 150 },
    )
  })
})

/** XML has no control characters, and Excel's escapes would be undone. */
function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\ufffe\uffff]|_x/iu.test(text)
}

describe('a hostile or damaged sheet', () => {
  const reasonOf = (xml: string): string => {
    try {
      scan(xml)
    } catch (error) {
      if (error instanceof StoryglassError) return error.reason
      throw error
    }
    return 'none'
  }

  it('is hostile when it declares a document type', () => {
    expect(reasonOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')).toBe('hostile_content')
  })

  it('is hostile when it nests without end', () => {
    expect(reasonOf('<a>'.repeat(1000))).toBe('hostile_content')
  })

  it('is hostile when a tag never ends', () => {
    expect(reasonOf(`<worksheet a="${'x'.repeat(9_000_000)}`)).toBe('hostile_content')
  })

  it('is damaged when it ends in the middle, is empty, or closes what it never opened', () => {
    expect(reasonOf('<worksheet><sheetData><row r="1">')).toBe('damaged_workbook')
    expect(reasonOf('')).toBe('damaged_workbook')
    expect(reasonOf('</worksheet>')).toBe('damaged_workbook')
  })

  it('is damaged when a cell lies outside of any sheet', () => {
    expect(reasonOf(sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))).toBe('damaged_workbook')
    expect(reasonOf(sheet('<row r="1048577"><c><v>1</v></c></row>'))).toBe('damaged_workbook')
  })
})
