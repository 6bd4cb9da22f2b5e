/** A field for a text of the person's own. Escape closes it and keeps what was typed; only Discard throws it away. */
import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { keepDraft, useDraft } from '../../../stores/hand.ts'
import { useTexts } from '../../../stores/language.ts'
import classes from './hand.module.css'

interface TextFieldProps {
  readonly storyId: string
  readonly draft: string
  readonly label: string
  /** What stands in it before anything is typed. */
  readonly saved: string
  /** Enter alone saves. */
  readonly oneLine?: boolean
  readonly large?: boolean
  readonly onSave: (text: string) => void
  readonly onClose: () => void
  /** What is to be said of the text as it is now. */
  readonly remark?: (text: string) => ReactNode
}

export function TextField(props: TextFieldProps) {
  const { storyId, draft, label, saved, oneLine = false, onSave, onClose, remark } = props
  const texts = useTexts()
  const text = useDraft(storyId, draft) ?? saved
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const input = field.current
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])
  const save = (): void => {
    keepDraft(storyId, draft, null)
    if (text.trim() !== saved.trim()) onSave(text)
    onClose()
  }
  return (
    <form
      className={classes.form}
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Textarea
        ref={field}
        aria-label={label}
        value={text}
        autosize
        minRows={oneLine ? 1 : 2}
        maxRows={14}
        maxLength={oneLine ? 300 : 10_000}
        classNames={{ input: props.large ? classes.largeInput : classes.input }}
        data-testid="hand-field"
        onChange={(event) =>
          keepDraft(
            storyId,
            draft,
            oneLine ? event.currentTarget.value.replaceAll('\n', ' ') : event.currentTarget.value,
          )
        }
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          } else if (event.key === 'Enter' && (oneLine || event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            save()
          }
        }}
      />
      {remark?.(text)}
      <div className={classes.formActions}>
        <Button type="submit" size="xs" data-testid="hand-save">
          {texts.hand.save}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          data-testid="hand-discard"
          onClick={() => {
            keepDraft(storyId, draft, null)
            onClose()
          }}
        >
          {texts.hand.discard}
        </Button>
        <span className={classes.hint}>{oneLine ? texts.hand.lineKeys : texts.hand.textKeys}</span>
      </div>
    </form>
  )
}
