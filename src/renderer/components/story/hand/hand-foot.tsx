/** The end of a story: what the person hid, what they wrote of statements that are not here, and the way back to all. */
import { Button } from '@mantine/core'
import { leftOf } from '../../../../shared/story/hand/carry.ts'
import { isEmptyHand } from '../../../../shared/story/hand/hand.ts'
import { changeStory } from '../../../stores/hand.ts'
import { useTexts } from '../../../stores/language.ts'
import classes from './hand.module.css'
import type { Handed } from './hand-context.ts'

export function HandFoot({ handed: { story, hand, insights } }: { readonly handed: Handed }) {
  const { hand: words } = useTexts()
  if (isEmptyHand(hand)) return null
  const hidden = hand.dismissed.flatMap((id) => insights.get(id) ?? [])
  const left = leftOf(hand, story)
  return (
    <footer className={classes.foot} data-print="hide" data-testid="hand-foot">
      {hidden.length > 0 && (
        <section aria-labelledby="hand-hidden">
          <h2 id="hand-hidden">{words.hidden}</h2>
          <ul data-testid="hidden-statements">
            {hidden.map(({ id, sentence }) => (
              <li key={id}>
                <span>{sentence}</span>
                <Button
                  size="compact-sm"
                  variant="default"
                  data-testid="restore-statement"
                  onClick={() => changeStory(story, { kind: 'restore', statements: [id] })}
                >
                  {words.restore}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section aria-labelledby="hand-left">
          <h2 id="hand-left">{words.left}</h2>
          <p>{words.leftWhy}</p>
          <ul data-testid="left-statements">
            {left.map(({ anchor, note, text }) => (
              <li key={anchor.id}>
                <span>
                  {anchor.sentence}
                  {text !== null && <q>{text}</q>}
                  {note !== null && <q>{note}</q>}
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => changeStory(story, { kind: 'forget', statements: [anchor.id] })}
                >
                  {words.forget}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        data-testid="clear-hand"
        onClick={() => changeStory(story, { kind: 'clear' })}
      >
        {words.clear}
      </Button>
    </footer>
  )
}
