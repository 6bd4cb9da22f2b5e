/** A list with nothing in it: says why, and what to do. */
import classes from './empty-note.module.css'

interface EmptyNoteProps {
  readonly title: string
  readonly text: string
  /** Where the note is all a screen has, its title is the screen's heading. */
  readonly asHeading?: boolean
  readonly children?: React.ReactNode
}

export function EmptyNote({ title, text, asHeading = false, children }: EmptyNoteProps) {
  const Title = asHeading ? 'h1' : 'p'
  return (
    <div className={classes.note} data-testid="empty-note">
      <Title className={classes.title}>{title}</Title>
      <p className={classes.text}>{text}</p>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
