/** Data sets of Stata: those in `fixtures/stata` were written by pandas 1.5.3, as `make.py` there says. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { convertedSource, refusalOf } from '../../support/converted.ts'

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../../fixtures/stata', name))

describe('a data set that pandas wrote', () => {
  it.each([
    ['of Stata 10', '114-little.dta', 200],
    ['of Stata 10, with the high bytes first', '114-big.dta', 200],
    ['of Stata 13', '117-little.dta', 200],
    ['of Stata 13, with the high bytes first', '117-big.dta', 200],
    ['of Stata 14', '118-little.dta', 3000],
    ['of Stata 15, with the high bytes first', '119-big.dta', 200],
  ])('%s is read with its labels, times and missing values', async (_what, name, longest) => {
    const { kind, tables } = await convertedSource(fixture(name), name)
    expect(kind).toBe('stata')
    const [table] = tables
    expect(table?.storages).toMatchObject({ mpg: 'BIGINT', sold: 'DATE', seen: 'TIMESTAMP', quarter: 'DATE' })
    expect(table?.values).toMatchObject([
      {
        'Make and model': 'Ävan',
        'Price in 1978 dollars': 4099.5,
        mpg: '22',
        trunk: '11',
        weight: '2930',
        ratio: 0.1,
        origin: 'Domestic',
        sold: '2020-03-15',
        seen: '2020-03-15 12:30:00.25',
        month: '2020-03-01',
        quarter: '2020-01-01',
        half: '2020-07-01',
        week: '2020-01-08',
        remark: 'short',
      },
      { trunk: '2000', origin: 'Foreign', sold: '1959-12-31', month: '1959-12-01', quarter: '1959-10-01' },
      {
        'Make and model': null,
        'Price in 1978 dollars': null,
        weight: '2147483620',
        sold: null,
        seen: null,
        half: '1960-01-01',
        remark: null,
      },
      { trunk: '32000', weight: '-7', ratio: 1e30, seen: '2024-02-29 23:59:59', remark: 'ß' },
    ])
    expect(String(table?.values[1]?.remark)).toBe('x'.repeat(longest))
  })

  it('has letters beyond Latin where its release has them', async () => {
    const { tables } = await convertedSource(fixture('118-little.dta'), 'cars.dta')
    expect(tables[0]?.values[3]).toMatchObject({ 'Make and model': 'Č 10' })
  })

  it('goes by labels only where they tell columns apart', async () => {
    const { notes } = await convertedSource(fixture('118-little.dta'), 'cars.dta')
    expect(notes).toContain('Columns go by their labels: make (Make and model), price (Price in 1978 dollars).')
  })
})

describe('missing values', () => {
  it('that were given for a reason are counted, and the plain one is not', async () => {
    const whole = fixture('114-little.dta')
    const at = whole.indexOf(Buffer.from([22, 11, 0, 0x72, 0x0b])) + 0
    expect(at).toBeGreaterThan(0)
    // `.b` in the first row's column of bytes, and `.` in its column of 16 bits.
    whole.writeInt8(103, at)
    whole.writeInt16LE(32_741, at + 1)
    const { tables, notes } = await convertedSource(whole, 'cars.dta')
    expect(tables[0]?.values[0]).toMatchObject({ mpg: null, trunk: null, weight: '2930' })
    expect(notes).toContain('One value is declared missing by the file and counts as missing, in "mpg".')
  })
})

describe('a data set that is not whole', () => {
  it.each(['114-little.dta', '117-big.dta', '118-little.dta'])('%s cut anywhere is refused', async (name) => {
    const whole = fixture(name)
    for (const share of [0.05, 0.3, 0.6, 0.9]) {
      const refusal = await refusalOf(whole.subarray(0, Math.floor(share * whole.length)), name)
      expect(refusal, `${share}`).toMatch(/^damaged_text: Stata: /u)
    }
  })

  it.each(['114-little.dta', '118-little.dta'])('%s damaged anywhere ends in a table or a reason', async (name) => {
    const whole = fixture(name)
    const ends = new Set<string>()
    for (let at = 12; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const damaged = Buffer.from(whole)
      damaged.fill(0xff, at, at + 4)
      ends.add((await refusalOf(damaged, name)).split(':')[0] ?? '')
    }
    expect(ends).toContain('read')
    for (const end of ends) expect(['read', 'damaged_text', 'too_large', 'hostile_content']).toContain(end)
  })

  it('of a release that is not known is refused by its number', async () => {
    const later = Buffer.from(
      fixture('118-little.dta').toString('latin1').replace('<release>118', '<release>999'),
      'latin1',
    )
    expect(await refusalOf(later, 'later.dta')).toBe('unsupported_kind: release 999')
  })
})
