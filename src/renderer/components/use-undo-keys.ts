/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) for what a screen holds, unless they are meant for the text of a field. */
import { useEffect, useRef } from 'react'

export function useUndoKeys(undo: () => void, redo: () => void): void {
  const steps = useRef({ undo, redo })
  steps.current = { undo, redo }
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isText(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) steps.current.redo()
      else steps.current.undo()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

const notText: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'file',
  'color',
  'range',
])

/** Where the keys undo what was typed. A list or a box that is ticked has no undoing of its own. */
function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !notText.has(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || target.tagName === 'TEXTAREA')
}
