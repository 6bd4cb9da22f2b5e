/** What the person did with a paragraph, beside it: its menu, the fields it opens, and the marks of what is theirs. */
import { IconNote, IconPencil, IconPin } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { numbersOfEdited } from '../../../../shared/story/hand/edited-numbers.ts'
import type { Paragraph, Section } from '../../../../shared/story/story.ts'
import { localeOf, textsTagOf } from '../../../../shared/texts/texts.ts'
import { changeStory, useDraft } from '../../../stores/hand.ts'
import { useTexts } from '../../../stores/language.ts'
import classes from './hand.module.css'
import { draftKey, generatedText, type Handed, roleOfParagraph } from './hand-context.ts'
import { StatementMenu } from './statement-menu.tsx'
import { TextField } from './text-field.tsx'

interface StatementHandProps {
  readonly handed: Handed
  readonly section: Section
  readonly paragraph: Paragraph
  /** The paragraph as it is read; the menu stands at its end. */
  readonly children: ReactNode
}

interface Writing {
  readonly kind: 'text' | 'note'
  readonly unit: Paragraph
}

export function StatementHand({ handed, section, paragraph, children }: StatementHandProps) {
  const { hand: words } = useTexts()
  const [writing, setWriting] = useState<Writing | null>(null)
  const role = roleOfParagraph(paragraph, section)
  const close = (): void => {
    setWriting(null)
    const [first = ''] = paragraph.insights
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-statement="${CSS.escape(first)}"]`)?.focus({ preventScroll: true }),
    )
  }
  const { hand } = paragraph
  const begun = (['text', 'note'] as const).map((kind) => ({ kind, unit: paragraph }))
  return (
    <>
      <div className={classes.statement} data-pinned={hand?.pinned || undefined}>
        {children}
        <StatementMenu
          handed={handed}
          section={section}
          paragraph={paragraph}
          onWrite={(kind, unit) => setWriting({ kind, unit })}
        />
      </div>
      {writing?.kind === 'text' && <TextOf handed={handed} unit={writing.unit} role={role} onClose={close} />}
      {(hand?.pinned === true || hand?.was !== undefined) && <Marks paragraph={paragraph} />}
      {writing?.kind === 'note' ? (
        <NoteOf handed={handed} unit={writing.unit} role={role} onClose={close} />
      ) : (
        hand?.note !== undefined && (
          <aside className={classes.note} aria-label={words.yourNote} data-testid="statement-note">
            <IconNote size={16} aria-hidden="true" />
            <p>{hand.note}</p>
          </aside>
        )
      )}
      {writing === null &&
        begun.map((one) => (
          <Unfinished
            key={one.kind}
            storyId={handed.story.id}
            draft={draftKey(one.kind, paragraph, role)}
            onGo={() => setWriting(one)}
          />
        ))}
    </>
  )
}

/** A text that was begun and left, so that it is not forgotten. */
function Unfinished({
  storyId,
  draft,
  onGo,
}: {
  readonly storyId: string
  readonly draft: string
  readonly onGo: () => void
}) {
  const texts = useTexts()
  const text = useDraft(storyId, draft)
  if (text === undefined) return null
  return (
    <button type="button" className={classes.unfinished} data-print="hide" data-testid="hand-unfinished" onClick={onGo}>
      {texts.hand.unfinished}
    </button>
  )
}

function Marks({ paragraph }: { readonly paragraph: Paragraph }) {
  const { hand: words } = useTexts()
  const { hand } = paragraph
  return (
    <div className={classes.marks} data-testid="hand-marks">
      {hand?.pinned === true && (
        <span>
          <IconPin size={14} aria-hidden="true" />
          {words.pinned}
        </span>
      )}
      {hand?.was !== undefined && (
        <details>
          <summary>
            <IconPencil size={14} aria-hidden="true" />
            {words.editedMark}
          </summary>
          <p>{words.generatedWas({ text: hand.was })}</p>
        </details>
      )}
    </div>
  )
}

interface OfProps {
  readonly handed: Handed
  readonly unit: Paragraph
  readonly role: ReturnType<typeof roleOfParagraph>
  readonly onClose: () => void
}

function TextOf({ handed, unit, role, onClose }: OfProps) {
  const texts = useTexts()
  const { story, insights } = handed
  const was = generatedText(unit)
  const generated = unit.hand?.was === undefined ? unit : generatedParagraph(handed, unit)
  const stated = unit.insights.flatMap((id) => insights.get(id) ?? [])
  return (
    <TextField
      storyId={story.id}
      draft={draftKey('text', unit, role)}
      label={texts.hand.textLabel}
      saved={unit.text}
      onClose={onClose}
      onSave={(text) =>
        changeStory(story, {
          kind: 'edit',
          statements: unit.insights,
          role,
          was,
          text: text.trim() === '' ? null : text,
        })
      }
      remark={(text) => {
        const { unverified } = numbersOfEdited(text, generated, stated, localeOf(textsTagOf(story)))
        if (text === unit.text || unverified.length === 0) return null
        const numbers = [...new Set(unverified.map((one) => one.text))].join(', ')
        return (
          <p className={classes.warning} role="status">
            {texts.hand.notInTheData({ numbers })}
          </p>
        )
      }}
    />
  )
}

/** The numbers an edited text had as it was generated: those of the same words, wherever they stand in the story. */
function generatedParagraph({ story }: Handed, unit: Paragraph): Pick<Paragraph, 'text' | 'numbers'> {
  const was = generatedText(unit)
  for (const { paragraphs } of story.sections) {
    const whole = paragraphs.find(({ text }) => text.includes(was))
    if (whole === undefined) continue
    const at = whole.text.indexOf(was)
    const own = whole.numbers.filter(({ start, text }) => start >= at && start + text.length <= at + was.length)
    return { text: was, numbers: own.map((number) => ({ ...number, start: number.start - at })) }
  }
  return { text: was, numbers: unit.numbers }
}

function NoteOf({ handed, unit, role, onClose }: OfProps) {
  const texts = useTexts()
  const { story, hand } = handed
  const note = hand.notes.find(({ statement }) => unit.insights.includes(statement))
  return (
    <TextField
      storyId={story.id}
      draft={draftKey('note', unit, role)}
      label={texts.hand.noteLabel}
      saved={note?.text ?? ''}
      onClose={onClose}
      onSave={(text) =>
        changeStory(story, { kind: 'note', statements: unit.insights, text: text.trim() === '' ? null : text })
      }
    />
  )
}
