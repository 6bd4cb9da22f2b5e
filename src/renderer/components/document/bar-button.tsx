/** A button of the reader's bar: a picture with a name, and its key in the tooltip. */
import { ActionIcon, Tooltip } from '@mantine/core'
import classes from './toolbar.module.css'

interface BarButtonProps {
  readonly label: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly testId?: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}

export function BarButton({ label, pressed, disabled = false, testId, onClick, children }: BarButtonProps) {
  // What is in brackets is its key: said in the tooltip, not as part of its name.
  const name = label.replace(/ \([^)]*\)$/u, '')
  return (
    <Tooltip label={label}>
      <ActionIcon
        className={classes.button ?? ''}
        variant="subtle"
        color="gray"
        size={34}
        aria-label={name}
        aria-pressed={pressed}
        disabled={disabled}
        data-testid={testId}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
