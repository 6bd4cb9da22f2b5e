/** A table pasted on the first screen is told; elsewhere, and in a field, pasting is left to the page. */
import { useEffect } from 'react'
import { takeFiles, takeText } from '../stores/incoming.ts'
import { currentTexts } from '../stores/language.ts'
import { notify } from '../stores/notices.ts'
import { pastedTable } from '../words/pasted-table.ts'

export function PasteTarget() {
  useEffect(() => {
    window.addEventListener('paste', take)
    return () => window.removeEventListener('paste', take)
  }, [])
  return null
}

function take(event: ClipboardEvent): void {
  const data = event.clipboardData
  if (data === null || isField(event.target)) return
  event.preventDefault()
  const files = Array.from(data.files)
  const content = { plain: data.getData('text/plain'), html: data.getData('text/html') }
  const pasted = pastedTable(content)
  const texts = currentTexts()
  if (pasted !== null) takeText(nameOf(pasted.ending), pasted.text)
  else if (files.length > 0) takeFiles(files)
  else notify({ kind: 'plain', title: texts.paste.noTable, text: texts.paste.whatIsTaken })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/** Local time to the second, so that two tables pasted one after the other are told apart. */
function nameOf(ending: string): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const time = `${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`
  return `${currentTexts().paste.name({ when: `${day} ${time}` })}.${ending}`
}
