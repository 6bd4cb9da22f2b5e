/** A title or heading the person can rename: a quiet pencil beside it, a field in its place while they write. */
import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useDraft } from '../../../stores/hand.ts'
import { useTexts } from '../../../stores/language.ts'
import classes from './hand.module.css'
import { useHanded } from './hand-context.ts'
import { TextField } from './text-field.tsx'

interface RenamedProps {
  /** What is renamed, to tell its draft apart. */
  readonly draft: string
  /** As it is shown. */
  readonly text: string
  /** The generated one, where it is not shown. */
  readonly was: string | null
  readonly label: string
  readonly revertLabel: string
  /** Null: back to the generated one. */
  readonly onRename: (text: string | null) => void
  /** The heading itself. */
  readonly children: ReactNode
}

export function Renamed({ draft, text, was, label, revertLabel, onRename, children }: RenamedProps) {
  const { hand: words } = useTexts()
  const handed = useHanded()
  const begun = useDraft(handed?.story.id ?? '', draft)
  const [open, setOpen] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  if (handed === null) return children
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => pencil.current?.focus({ preventScroll: true }))
  }
  if (open) {
    return (
      <>
        <div className="visually-hidden">{children}</div>
        <TextField
          storyId={handed.story.id}
          draft={draft}
          label={label}
          saved={text}
          oneLine
          large
          onClose={close}
          onSave={(written) => onRename(written.trim() === '' || written.trim() === was ? null : written)}
        />
      </>
    )
  }
  return (
    <div className={classes.renamed}>
      {children}
      <ActionIcon
        ref={pencil}
        className={classes.menuButton}
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        title={words.rename}
        data-testid="rename"
        data-print="hide"
        onClick={() => setOpen(true)}
      >
        <IconPencil size={17} />
      </ActionIcon>
      {begun !== undefined && (
        <button type="button" className={classes.unfinished} data-print="hide" onClick={() => setOpen(true)}>
          {words.unfinished}
        </button>
      )}
      {was !== null && (
        <div className={classes.marks}>
          <details>
            <summary>
              <IconPencil size={14} aria-hidden="true" />
              {words.renamedMark}
            </summary>
            <p>{words.generatedWas({ text: was })}</p>
            <button type="button" className={classes.textButton} onClick={() => onRename(null)}>
              {revertLabel}
            </button>
          </details>
        </div>
      )}
    </div>
  )
}
