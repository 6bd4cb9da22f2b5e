/** The way to choose files by button: the system's own dialog on the desktop, the browser's elsewhere. */
import { useRef } from 'react'
import { ask, engine } from '../bridge/engine.ts'
import { takeSources } from '../stores/incoming.ts'
import { useTexts } from '../stores/language.ts'
import { takeDropped } from '../stores/like-files.ts'
import { notifyOfFailure } from '../stores/notices.ts'
import { acceptedFiles } from '../words/kinds.ts'

const chooseEvent = 'storyglass:choose-file'

/** Opens the picker from anywhere: a shortcut, a menu, an empty list. */
export function chooseFile(): void {
  window.dispatchEvent(new Event(chooseEvent))
}

/** Holds the real file input. One instance, mounted with the window's frame. */
export function FilePicker() {
  const texts = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const attach = (element: HTMLInputElement | null): (() => void) | undefined => {
    input.current = element
    if (element === null) return undefined
    const open = (): void => void openPicker(element)
    window.addEventListener(chooseEvent, open)
    return () => window.removeEventListener(chooseEvent, open)
  }
  return (
    <input
      ref={attach}
      type="file"
      multiple
      hidden
      accept={acceptedFiles}
      aria-label={texts.common.chooseFiles}
      data-testid="file-input"
      onChange={(event) => {
        const files = Array.from(event.currentTarget.files ?? [])
        // The same file chosen twice must be a change the second time too.
        event.currentTarget.value = ''
        void takeDropped(files)
      }}
    />
  )
}

async function openPicker(input: HTMLInputElement): Promise<void> {
  if (engine().shell === 'browser') {
    input.click()
    return
  }
  const result = await ask('sources/pick', {})
  if (result.ok) takeSources(result.output.sources)
  else notifyOfFailure(result.failure)
}
