import { beforeEach, describe, expect, it } from 'vitest'
import { changeDraft, forgetTold, redoChange, undoChange, useDrafts } from '../../../src/renderer/stores/retelling.ts'
import { withConditions, withIgnored, withReading, withSaid, withTarget } from '../../../src/shared/story/told-edits.ts'

const drafted = () => useDrafts.getState().a?.present

describe('what is about to be told', () => {
  beforeEach(() => useDrafts.setState({}, true))

  it('is taken back and done again, step by step; a new step closes the way forward', () => {
    changeDraft('a', {}, (told) => withTarget(told, 'churn'))
    changeDraft('a', {}, (told) => withIgnored(told, 'id', true))
    undoChange('a')
    expect(drafted()).toEqual({ focus: { target: 'churn' } })
    redoChange('a')
    expect(drafted()).toEqual({ focus: { target: 'churn', ignore: ['id'] } })
    undoChange('a')
    undoChange('a')
    undoChange('a')
    expect(drafted()).toEqual({})
    changeDraft('a', {}, (told) => withSaid(told, 'units', 'weight', 'kg'))
    redoChange('a')
    expect(drafted()).toEqual({ focus: { units: { weight: 'kg' } } })
  })

  it('is no step where nothing changes, and nothing of another story', () => {
    changeDraft('a', { focus: { target: 'churn' } }, (told) => withTarget(told, 'churn'))
    expect(useDrafts.getState()).toEqual({})
    changeDraft('b', {}, (told) => withTarget(told, 'churn'))
    expect(drafted()).toBeUndefined()
  })
})

describe('what is drafted while a story is told', () => {
  beforeEach(() => useDrafts.setState({}, true))

  it('stays, and what was told is a draft no more', () => {
    changeDraft('a', {}, (told) => withTarget(told, 'churn'))
    const sent = drafted() ?? {}
    expect(forgetTold('a', sent)).toEqual({ stays: false })
    expect(drafted()).toBeUndefined()
    changeDraft('a', {}, () => sent)
    changeDraft('a', {}, (told) => withIgnored(told, 'id', true))
    expect(forgetTold('a', sent)).toEqual({ stays: true })
    expect(drafted()).toEqual({ focus: { target: 'churn', ignore: ['id'] } })
  })
})

describe('a change of what is told', () => {
  it('leaves nothing where all was taken back', () => {
    const told = withSaid(withTarget({}, 'churn'), 'types', 'code', 'category')
    expect(withTarget(withSaid(told, 'types', 'code', null), null)).toEqual({})
    expect(withReading(withReading({}, 'skip', 2), 'skip', undefined)).toEqual({})
    expect(withIgnored(withIgnored({}, 'id', true), 'id', false)).toEqual({})
  })

  it('writes filters as they are read', () => {
    const told = withConditions({}, [
      { kind: 'compare', column: 'Unit price', operator: '>', value: 3 },
      { kind: 'compare', column: 'city', operator: '=', value: 'New York' },
    ])
    expect(told.focus?.where).toBe('"Unit price" > 3 and city = "New York"')
    expect(withConditions(told, [])).toEqual({})
  })
})
