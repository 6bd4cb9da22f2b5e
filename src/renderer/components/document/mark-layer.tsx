/** What is brought out on a page: hits of the search, and the places a statement of the story stands on. */
import { memo, useMemo } from 'react'
import type { PageReading } from '../../../shared/document/reading.ts'
import { type LineMark, marksOf } from '../../words/document-places.ts'
import classes from './mark-layer.module.css'
import { measurePiece } from './measure-text.ts'

export interface TextMark {
  readonly start: number
  readonly end: number
  /** `hit`: found; `current`: the one looked at; `quoted`: what a statement stands on. */
  readonly kind: 'hit' | 'current' | 'quoted'
}

interface MarkLayerProps {
  readonly reading: PageReading
  readonly marks: readonly TextMark[]
}

export const MarkLayer = memo(function MarkLayer({ reading, marks }: MarkLayerProps) {
  const boxes = useMemo(
    () =>
      marks.flatMap(({ start, end, kind }) =>
        marksOf(reading.lines, reading.page.text, start, end, measurePiece).map((mark, part) => ({
          mark,
          kind,
          key: `${kind} ${start} ${part}`,
        })),
      ),
    [reading, marks],
  )
  if (boxes.length === 0) return null
  return (
    <div className={classes.layer} aria-hidden="true">
      {boxes.map(({ mark, kind, key }) => (
        <span key={key} className={classes.mark} data-kind={kind} data-testid={`mark-${kind}`} style={styleOf(mark)} />
      ))}
    </div>
  )
})

/** A little wider and taller than its letters; turned about the centre of its line. */
function styleOf({ frame, from, to }: LineMark): React.CSSProperties {
  const [beside, above] = [1, 1]
  return {
    left: frame.left + from - beside,
    top: frame.top - above,
    width: to - from + 2 * beside,
    height: frame.height + 2 * above,
    ...(frame.angle === 0
      ? {}
      : {
          transform: `rotate(${frame.angle}deg)`,
          transformOrigin: `${frame.width / 2 - from + beside}px ${frame.height / 2 + above}px`,
        }),
  }
}
