/** What is written of a condition is read back as the same condition. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarParts } from '../../../../src/shared/format/calendar-names.ts'
import type { Condition } from '../../../../src/shared/story/condition.ts'
import { parseCondition } from '../../../../src/shared/story/parse-condition.ts'
import { writeCondition } from '../../../../src/shared/story/write-condition.ts'
import { holds } from '../../../support/property.ts'

const columns = ['region', 'Unit price', 'in', 'said "hi" \\ bye', 'contains', '2024', "o'clock", 'a]b', 'Ä-ö']

const column = fc.constantFrom(...columns)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('and', 'New York', '007', '12', '', 'missing', "O'Hare", '""', '\\"', 'empty'),
)
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
)
const one: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    column,
    operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const),
    value,
  }),
  fc.record({
    kind: fc.constant('in' as const),
    column,
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
    negated: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('between' as const), column, low: value, high: value }),
  fc.record({ kind: fc.constant('missing' as const), column, negated: fc.boolean() }),
  fc.record({
    kind: fc.constant('contains' as const),
    column,
    text: text.filter((part) => part !== ''),
    negated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('calendar' as const),
    column,
    part: fc.constantFrom(...calendarParts),
    values: fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 }),
  }),
)
const joined = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    parts: fc.array(part, { minLength: 2, maxLength: 3 }),
  })
const condition = fc.oneof(one, joined(fc.oneof(one, joined(one))))

describe('a condition that is written', () => {
  it('is read back as it was', () => {
    holds(
      fc.property(condition, (given) => {
        expect(parseCondition(writeCondition(given), columns)).toEqual(given)
      }),
      { numRuns: 300 },
    )
  })

  it('is plain where it can be', () => {
    const written = (source: string): string => writeCondition(parseCondition(source, columns))
    expect(written('region = North and (2024 >= 30 or region is missing)')).toBe(
      'region = North and ("2024" >= 30 or region is missing)',
    )
    expect(written("region not in (A, 'New York')")).toBe('region not in (A, "New York")')
  })
})
