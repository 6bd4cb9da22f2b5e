/** The name and the tags of what was chosen in the library: of one, both; of several, their tags. */
import { Button, Modal, TextInput } from '@mantine/core'
import { tagsIn } from '../../shared/library/tags.ts'
import { begunForms, useBegun } from '../stores/begun.ts'
import { renameStory } from '../stores/hand.ts'
import { useTexts } from '../stores/language.ts'
import { type Chosen, markEntries } from '../stores/selecting.ts'
import classes from './entry-dialog.module.css'

interface EntryDialogProps {
  readonly entries: readonly Chosen[]
  readonly onClose: () => void
}

const begunEntries = begunForms<{ readonly title: string; readonly written: string }>()

export function EntryDialog({ entries, onClose }: EntryDialogProps) {
  const { library: words, hand } = useTexts()
  const [only] = entries
  const single = entries.length === 1 ? only : undefined
  const shared = only?.tags.filter((tag) => entries.every(({ tags }) => tags.includes(tag))) ?? []
  const [{ title, written }, keep] = useBegun(begunEntries, entries.map(({ id }) => id).join(' '), {
    title: single?.title ?? '',
    written: shared.join(', '),
  })
  const discard = (): void => {
    keep(null)
    onClose()
  }
  const save = (): void => {
    const tags = tagsIn(written)
    const addTags = tags.filter((tag) => !shared.includes(tag))
    const removeTags = shared.filter((tag) => !tags.includes(tag))
    if (addTags.length + removeTags.length > 0) void markEntries(entries, { addTags, removeTags })
    if (single?.kind === 'story' && title.trim() !== single.title) void renameStory(single.id, title)
    discard()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={single === undefined ? words.tagsOfSeveral({ count: entries.length }) : words.nameAndTags}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {single?.kind === 'story' && (
          <TextInput
            label={words.name}
            value={title}
            maxLength={300}
            data-testid="entry-title"
            onChange={(event) => keep({ title: event.currentTarget.value, written })}
          />
        )}
        <TextInput
          data-autofocus
          label={words.tags}
          description={words.tagsHow}
          value={written}
          data-testid="entry-tags"
          onChange={(event) => keep({ title, written: event.currentTarget.value })}
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={discard}>
            {words.cancel}
          </Button>
          <Button type="submit" data-testid="entry-save">
            {hand.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
