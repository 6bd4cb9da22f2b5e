/** A text of the story in which every stated number can be asked where it comes from. */
import { useMemo } from 'react'
import type { Paragraph, StatedNumber } from '../../../shared/story/story.ts'
import { useTexts } from '../../stores/language.ts'
import { leadingPunctuation, openingBracket, splitProse } from '../../words/prose.ts'
import classes from './prose.module.css'

interface ProseProps {
  readonly text: string
  readonly numbers: readonly StatedNumber[]
  /** The number whose evidence is open, as `insight name`. */
  readonly asked: string | null
  readonly onAsk: (number: StatedNumber) => void
  /** Numerals a person wrote that no evidence bears out. */
  readonly unverified?: NonNullable<Paragraph['hand']>['unverified']
}

export function keyOfNumber(number: { readonly evidence: string; readonly name: string }): string {
  return `${number.evidence} ${number.name}`
}

export function Prose({ text, numbers, asked, onAsk, unverified = [] }: ProseProps) {
  const texts = useTexts()
  const pieces = useMemo(() => splitProse(text, numbers), [text, numbers])
  return pieces.map((piece, index) => {
    const before = pieces[index - 1]
    if (piece.kind === 'text') {
      const taken = before?.kind === 'number' ? leadingPunctuation(piece.text) : ''
      const given = pieces[index + 1]?.kind === 'number' ? openingBracket(piece.text.slice(taken.length)) : ''
      const start = piece.start + taken.length
      const shown = piece.text.slice(taken.length, piece.text.length - given.length)
      return (
        <span key={piece.start}>
          <Marked text={shown} unverified={unverified.map((one) => ({ ...one, start: one.start - start }))} />
        </span>
      )
    }
    const after = pieces[index + 1]
    return (
      // A button is a box of its own to the line, which would let a comma begin the next one, or a bracket end it.
      <span key={piece.start} className={classes.cluster}>
        {before?.kind === 'text' && openingBracket(before.text)}
        <button
          type="button"
          className={classes.number}
          data-testid="stated-number"
          aria-pressed={asked === keyOfNumber(piece.number)}
          title={texts.evidence.whereNumber}
          onClick={() => onAsk(piece.number)}
        >
          {piece.text}
        </button>
        {after?.kind === 'text' && leadingPunctuation(after.text)}
      </span>
    )
  })
}

interface MarkedProps {
  readonly text: string
  /** Places from the beginning of `text`; those outside of it are none of its own. */
  readonly unverified: readonly { readonly text: string; readonly start: number }[]
}

function Marked({ text, unverified }: MarkedProps) {
  const { hand: words } = useTexts()
  const own = unverified.filter((one) => one.start >= 0 && one.start + one.text.length <= text.length)
  if (own.length === 0) return text
  const ends = [0, ...own.map((one) => one.start + one.text.length)]
  return (
    <>
      {own.map((one, index) => (
        <span key={one.start}>
          {text.slice(ends[index], one.start)}
          <span className={classes.unverified} title={words.unverifiedNumber} data-testid="unverified-number">
            {one.text}
            <span className="visually-hidden"> ({words.unverifiedNumber})</span>
          </span>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
