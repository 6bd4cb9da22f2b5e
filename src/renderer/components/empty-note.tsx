/** A list with nothing in it: says why, and what to do. */
import classes from './empty-note.module.css'

interface EmptyNoteProps {
  readonly title: string
  readonly text: string
  readonly children?: React.ReactNode
}

export function EmptyNote({ title, text, children }: EmptyNoteProps) {
  return (
    <div className={classes.note} data-testid="empty-note">
      <p className={classes.title}>{title}</p>
      <p className={classes.text}>{text}</p>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
