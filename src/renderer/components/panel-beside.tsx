/** The frame of a panel beside a text that answers what was pressed in it: its title, a way to close it, what it says. */
import { IconX } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import classes from './panel-beside.module.css'
import { usePanelBeside } from './use-panel-beside.ts'

interface PanelBesideProps {
  /** The landmark's name, the same whatever was asked. */
  readonly label: string
  readonly title: string
  readonly closeLabel: string
  readonly testId: string
  /** What it answers: another text is another question, and takes the focus anew. */
  readonly asked: string
  /** What was pressed for it: it stays in sight beside the panel. */
  readonly opener?: RefObject<Element | null> | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

export function PanelBeside({ label, title, closeLabel, testId, asked, opener, onClose, children }: PanelBesideProps) {
  const panel = usePanelBeside(asked, onClose, opener)
  return (
    <aside
      ref={panel}
      className={classes.panel}
      tabIndex={-1}
      aria-label={label}
      data-testid={testId}
      data-print="hide"
    >
      <div className={classes.head}>
        <p className={classes.kicker}>{title}</p>
        <button type="button" className={classes.close} aria-label={closeLabel} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </div>
      {children}
    </aside>
  )
}
