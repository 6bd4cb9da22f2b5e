/** The registry of kinds of insight: what one of its entries must be, and that none is forgotten. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InsightType } from '../../../../src/shared/story/insight.ts'
import { kindOf, kinds } from '../../../../src/workers/insights/kinds/index.ts'

const folder = path.resolve(import.meta.dirname, '../../../../src/workers/insights/kinds')

describe('the registry of kinds', () => {
  it('lists every folder of kinds once, and nothing else', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const names = folders.map(({ name }) => name.replaceAll('-', '_'))
    expect(kinds.map(({ type }) => type).sort()).toEqual(names.sort())
  })

  it('finds a kind by its type, and throws for one that is not there', () => {
    for (const kind of kinds) expect(kindOf(kind.type)).toBe(kind)
    expect(() => kindOf('hearsay' as InsightType)).toThrow('No kind of insight is registered as hearsay')
  })

  it('has one function for each name of a derivation, also where several kinds use it', () => {
    const byName = new Map(kinds.flatMap(({ derivations }) => Object.entries(derivations)))
    for (const { type, derivations } of kinds) {
      for (const [name, run] of Object.entries(derivations)) expect(byName.get(name), `${type}: ${name}`).toBe(run)
    }
  })

  it('says of every kind that tests something what it looks for', () => {
    for (const { type, detectors, soughtFor } of kinds) {
      const tests = detectors.some(({ family }) => family !== null)
      expect(soughtFor !== null, type).toBe(tests)
    }
  })

  it('says of every kind that infers something what would be seen if it were not so', () => {
    for (const { type, soughtFor, contrary } of kinds) {
      expect(contrary !== null, type).toBe(soughtFor !== null || type === 'forecast')
    }
  })

  it('names in every kind the rows its statements rest on', () => {
    for (const { type, names } of kinds) expect(Object.keys(names.values), type).toContain('n')
  })

  it('gives every kind but notes on quality a chapter', () => {
    const without = kinds.filter(({ chapter }) => chapter === null).map(({ type }) => type)
    expect(without).toEqual([
      'missing',
      'missing_pattern',
      'duplicates',
      'constant',
      'identifier',
      'sentinel',
      'unit_mix',
      'mixed_types',
      'label_variants',
      'heaping',
      'precision',
      'benford',
      'time_gaps',
      'future_dates',
    ])
  })
})
