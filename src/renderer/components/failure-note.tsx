/** A failure in words: what happened, what to do, and the technical cause folded away. */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Failure } from '../../shared/failure/failure.ts'
import { useTexts } from '../stores/language.ts'
import classes from './failure-note.module.css'

interface FailureNoteProps {
  readonly failure: Failure
  readonly children?: React.ReactNode
  readonly testId?: string
  /** Where the note is all a screen has, its message is the screen's heading. */
  readonly asHeading?: boolean
}

export function FailureNote({ failure, children, testId, asHeading = false }: FailureNoteProps) {
  const texts = useTexts()
  const Message = asHeading ? 'h1' : 'p'
  return (
    <div className={classes.note} role="alert" data-testid={testId}>
      <IconAlertTriangle size={20} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <Message className={classes.message}>{failure.message}</Message>
        <p className={classes.hint}>{failure.hint}</p>
        {children !== undefined && <div className={classes.actions}>{children}</div>}
        <details className={classes.detail}>
          <summary>{texts.failureNote.technicalDetails}</summary>
          <dl>
            <dt>{texts.failureNote.code}</dt>
            <dd>{failure.code}</dd>
            <dt>{texts.failureNote.reason}</dt>
            <dd>{failure.reason}</dd>
            {failure.detail !== null && (
              <>
                <dt>{texts.failureNote.detail}</dt>
                <dd>
                  <pre>{failure.detail}</pre>
                </dd>
              </>
            )}
          </dl>
        </details>
      </div>
    </div>
  )
}
