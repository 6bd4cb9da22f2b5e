/** The whole window as the place to drop files, on every screen. Says at once what a drop will do. */
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../stores/language.ts'
import { takeDropped } from '../stores/like-files.ts'
import { countDragged, type Dragged, describeDrop } from '../words/drop.ts'
import classes from './drop-target.module.css'

export function DropTarget() {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  useEffect(() => {
    // Every element entered or left sends its own event: only the count tells when the window itself is left.
    let depth = 0
    const end = (): void => {
      depth = 0
      setDragged(null)
    }
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      setDragged(countDragged(Array.from(event.dataTransfer?.items ?? [])))
    }
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (): void => {
      depth -= 1
      if (depth <= 0) end()
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      const files = Array.from(event.dataTransfer?.files ?? [])
      end()
      void takeDropped(files)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('blur', end)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('blur', end)
    }
  }, [])
  if (dragged === null) return null
  return <DropCover dragged={dragged} />
}

/** What lies over the window while files are dragged across it. */
export function DropCover({ dragged }: { readonly dragged: Dragged }) {
  const texts = useTexts()
  const { title, text } = describeDrop(dragged)
  const Icon = dragged.pipeline === 'document' ? IconFileText : IconFileSpreadsheet
  return (
    <section className={classes.cover} aria-label={texts.drop.dropFiles} data-testid="drop-cover">
      <div className={classes.frame}>
        <Icon size={44} stroke={1.3} aria-hidden />
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>{text}</p>
      </div>
    </section>
  )
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
