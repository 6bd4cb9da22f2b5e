/** What was begun in a form and neither saved nor discarded: kept while the window is open, whatever closes the form. */
import { create, type StoreApi, type UseBoundStore } from 'zustand'

type Forms<Value> = UseBoundStore<StoreApi<Readonly<Record<string, Value>>>>

/** Of one kind of form. */
export function begunForms<Value>(): Forms<Value> {
  return create<Readonly<Record<string, Value>>>()(() => ({}))
}

/** `initial`: what stands in the form before anything is begun; of another, nothing is. Null forgets what was begun. */
export function useBegun<Value>(
  useForms: Forms<Value>,
  form: string,
  initial: Value,
): readonly [value: Value, keep: (value: Value | null) => void] {
  const key = JSON.stringify([form, initial])
  const value = useForms((forms) => forms[key]) ?? initial
  const keep = (next: Value | null): void =>
    useForms.setState(({ [key]: _before, ...others }) => (next === null ? others : { ...others, [key]: next }), true)
  return [value, keep]
}
