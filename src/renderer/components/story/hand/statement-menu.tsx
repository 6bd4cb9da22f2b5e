/** What a person can do with a paragraph of the story: quiet beside it, reached by the keyboard like any button. */
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconEyeOff,
  IconNote,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { sectionOfHand } from '../../../../shared/story/hand/sections.ts'
import { unitsOf } from '../../../../shared/story/hand/units.ts'
import type { Paragraph, Section } from '../../../../shared/story/story.ts'
import { changeStory } from '../../../stores/hand.ts'
import { useTexts } from '../../../stores/language.ts'
import classes from './hand.module.css'
import { generatedText, type Handed, roleOfParagraph } from './hand-context.ts'

interface StatementMenuProps {
  readonly handed: Handed
  readonly section: Section
  readonly paragraph: Paragraph
  /** Opens the field for the text or the note of one statement of the paragraph. */
  readonly onWrite: (kind: 'text' | 'note', unit: Paragraph) => void
}

export function StatementMenu({ handed, section, paragraph, onWrite }: StatementMenuProps) {
  const texts = useTexts()
  // What a person wrote is one text, whatever it states.
  const units = paragraph.hand?.was === undefined ? unitsOf(paragraph, handed.insights) : [paragraph]
  const [chosen, setChosen] = useState<number | null>(null)
  const unit = units.length === 1 ? units[0] : units[chosen ?? -1]
  return (
    <Menu position="bottom-end" width={260} onClose={() => setChosen(null)} withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes.menuButton}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={texts.hand.menu({ text: shortened(paragraph.text) })}
          data-testid="statement-menu"
          data-print="hide"
          data-statement={paragraph.insights[0]}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {unit === undefined ? (
          units.map((one, index) => (
            <Menu.Item
              // Statements of one paragraph keep their places while the menu is open.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              key={index}
              closeMenuOnClick={false}
              onClick={() => setChosen(index)}
            >
              {shortened(one.text)}
            </Menu.Item>
          ))
        ) : (
          <UnitItems handed={handed} section={section} paragraph={paragraph} unit={unit} onWrite={onWrite} />
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const mostCharacters = 70

function shortened(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters).replace(/\s+\S*$/u, '')}…`
}

interface UnitItemsProps extends StatementMenuProps {
  readonly unit: Paragraph
}

function UnitItems({ handed, section, paragraph, unit, onWrite }: UnitItemsProps) {
  const { hand: words } = useTexts()
  const { story } = handed
  const statements = unit.insights
  const isPinned = paragraph.hand?.pinned === true
  const note = handed.hand.notes.find(({ statement }) => statements.includes(statement))
  const role = roleOfParagraph(paragraph, section)
  const kept = handed.hand.answers?.find(({ insight }) => statements.includes(insight.id))
  const [up, down] = [orderWith(section, paragraph, -1), orderWith(section, paragraph, 1)]
  return (
    <>
      <Menu.Item
        leftSection={isPinned ? <IconPinnedOff size={16} /> : <IconPin size={16} />}
        onClick={() => changeStory(story, { kind: isPinned ? 'unpin' : 'pin', statements })}
      >
        {isPinned ? words.unpin : words.pin}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onWrite('text', unit)}>
        {words.edit}
      </Menu.Item>
      {paragraph.hand?.was !== undefined && (
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() =>
            changeStory(story, { kind: 'edit', statements, role, was: generatedText(paragraph), text: null })
          }
        >
          {words.revert}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconNote size={16} />} onClick={() => onWrite('note', unit)}>
        {note === undefined ? words.note : words.editNote}
      </Menu.Item>
      <Menu.Divider />
      <MoveItem order={up} story={story} label={words.moveUp} icon={<IconArrowUp size={16} />} />
      <MoveItem order={down} story={story} label={words.moveDown} icon={<IconArrowDown size={16} />} />
      <Menu.Divider />
      {kept !== undefined && (
        <Menu.Item
          leftSection={<IconX size={16} />}
          onClick={() => changeStory(story, { kind: 'let go', statement: kept.insight.id })}
        >
          {words.letGo}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconEyeOff size={16} />}
        data-testid="dismiss-statement"
        onClick={() => changeStory(story, { kind: 'dismiss', statements })}
      >
        {words.dismiss}
      </Menu.Item>
    </>
  )
}

interface MoveItemProps {
  readonly order: ReturnType<typeof orderWith>
  readonly story: Handed['story']
  readonly label: string
  readonly icon: React.ReactNode
}

function MoveItem({ order, story, label, icon }: MoveItemProps) {
  return (
    <Menu.Item
      leftSection={icon}
      disabled={order === null}
      onClick={() => {
        if (order === null) return
        changeStory(story, { kind: 'order', section: order.section })
        // The paragraph is another element where the page has moved it: the keyboard stays with it.
        requestAnimationFrame(() => focusMenuOf(order.moved))
      }}
    >
      {label}
    </Menu.Item>
  )
}

function focusMenuOf(statement: string): void {
  document.querySelector<HTMLElement>(`[data-statement="${CSS.escape(statement)}"]`)?.focus()
}

/** The section with the paragraph one place on among those that can be moved; null where it cannot go on. */
function orderWith(section: Section, paragraph: Paragraph, step: 1 | -1) {
  const movable = section.paragraphs.flatMap(({ insights: [first] }) => first ?? [])
  const [own] = paragraph.insights
  const at = own === undefined ? -1 : movable.indexOf(own)
  const other = movable[at + step]
  if (own === undefined || at < 0 || other === undefined) return null
  const statements = movable.with(at, other).with(at + step, own)
  const heading = section.hand?.was ?? section.heading
  return { moved: own, section: { ...sectionOfHand({ ...section, heading }), statements } }
}
