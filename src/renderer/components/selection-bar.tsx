/** What can be done with all that is chosen in the library, at the foot of the list while something is. */
import { Button, Menu } from '@mantine/core'
import { IconDownload, IconStar, IconTag, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { exportFormatsOf } from '../../shared/export-formats/formats.ts'
import { deleteAllKept } from '../stores/deleting.ts'
import { exportStory } from '../stores/exports.ts'
import { useTexts } from '../stores/language.ts'
import { chooseNone, markEntries, useSelecting } from '../stores/selecting.ts'
import { EntryDialog } from './entry-dialog.tsx'
import classes from './selection-bar.module.css'

export function SelectionBar() {
  const texts = useTexts()
  const { library: words } = texts
  const chosen = useSelecting((state) => state.chosen)
  const [tagging, setTagging] = useState(false)
  // What was chosen on this page is not to be deleted from another.
  useEffect(() => chooseNone, [])
  if (chosen.size === 0) return null
  const entries = [...chosen.values()]
  const stories = entries.filter(({ kind }) => kind === 'story')
  const isFavourite = entries.every(({ favourite }) => favourite)
  return (
    <section className={classes.bar} aria-label={words.chosenLabel} data-testid="selection-bar">
      <span className={classes.count} role="status">
        {words.chosen({ count: entries.length })}
      </span>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconStar size={15} />}
        onClick={() => {
          void markEntries(entries, { favourite: !isFavourite })
          chooseNone()
        }}
      >
        {isFavourite ? words.unfavourite : words.favourite}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTag size={15} />}
        data-testid="tag-chosen"
        onClick={() => setTagging(true)}
      >
        {words.tags}
      </Button>
      <Menu position="top-start">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} disabled={stories.length === 0}>
            {texts.story.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exportFormatsOf('story').map((format) => (
            <Menu.Item
              key={format}
              onClick={async () => {
                // One after another: each may ask where it is to go.
                for (const { id } of stories) await exportStory(id, format)
              }}
            >
              {texts.story.formats[format].name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={15} />}
        data-testid="delete-chosen"
        onClick={() => {
          deleteAllKept(entries)
          chooseNone()
        }}
      >
        {texts.story.delete}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={chooseNone}>
        {words.chooseNone}
      </Button>
      {tagging && (
        <EntryDialog
          entries={entries}
          onClose={() => {
            setTagging(false)
            chooseNone()
          }}
        />
      )}
    </section>
  )
}
