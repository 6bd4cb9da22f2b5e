/** Undo and redo of what the person did to the story: buttons while there is something to undo, and the usual keys. */
import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { redoChange, undoChange, useHands, useHistory } from '../../../stores/hand.ts'
import { useTexts } from '../../../stores/language.ts'
import { useUndoKeys } from '../../use-undo-keys.ts'
import classes from './hand.module.css'

export function UndoBar({ storyId }: { readonly storyId: string }) {
  const { hand: words } = useTexts()
  const { done, undone } = useHistory(storyId)
  const said = useHands((state) => state.said)
  useUndoKeys(
    () => undoChange(storyId),
    () => redoChange(storyId),
  )
  const [last, next] = [done.at(-1), undone.at(-1)]
  const undoLabel = last === undefined ? words.undo : words.undoWhat({ what: words.done[last.what] })
  const redoLabel = next === undefined ? words.redo : words.redoWhat({ what: words.done[next.what] })
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {(last !== undefined || next !== undefined) && (
        <div className={classes.undoBar} data-print="hide">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={undoLabel}
            title={undoLabel}
            // Stays in the tab order, so that the keyboard does not fall out of the bar with the last step.
            aria-disabled={last === undefined || undefined}
            data-testid="undo-hand"
            onClick={() => undoChange(storyId)}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={redoLabel}
            title={redoLabel}
            aria-disabled={next === undefined || undefined}
            data-testid="redo-hand"
            onClick={() => redoChange(storyId)}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </div>
      )}
    </>
  )
}
