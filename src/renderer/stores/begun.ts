/** What was begun in a form and neither saved nor discarded: kept while the window is open, whatever closes the form. */
import { create, type StoreApi, type UseBoundStore } from 'zustand'

type Forms<Value> = UseBoundStore<StoreApi<Readonly<Record<string, Value>>>>

/** Of one kind of form. */
export function begunForms<Value>(): Forms<Value> {
  return create<Readonly<Record<string, Value>>>()(() => ({}))
}

/**
 * `initial`: what stands in the form before anything is begun; where that is another than before, nothing is begun. What
 * is changed back to it is begun no more, and null forgets what was begun.
 */
export function useBegun<Value>(
  useForms: Forms<Value>,
  form: string,
  initial: Value,
): readonly [value: Value, keep: (value: Value | null) => void, isBegun: boolean] {
  const key = JSON.stringify([form, initial])
  const begun = useForms((forms) => forms[key])
  const keep = (next: Value | null): void => {
    const isNothing = next === null || JSON.stringify(next) === JSON.stringify(initial)
    useForms.setState(({ [key]: _before, ...others }) => (isNothing ? others : { ...others, [key]: next }), true)
  }
  return [begun ?? initial, keep, begun !== undefined]
}
