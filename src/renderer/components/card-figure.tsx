/** The shape of a story's first chart in a list: a sign to know it again by, without numbers. */
import type { CardFigure as Figure } from '../../shared/library/card-figure.ts'

const width = 46
const height = 60
const inset = 7

export function CardFigure({ figure: { kind, values } }: { readonly figure: Figure }) {
  const across = (place: number, of: number): number => inset + (place * (width - 2 * inset)) / of
  const up = (value: number): number => height - inset - 4 - value * (height - 2 * inset - 8)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {kind === 'line' ? (
        <polyline
          points={values
            .map((value, index) => `${across(index, values.length - 1).toFixed(1)},${up(value).toFixed(1)}`)
            .join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.6}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ) : (
        values.map((value, index) => {
          const step = (width - 2 * inset) / values.length
          const top = up(value)
          return (
            <rect
              // Bars have no names here, only their places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              key={index}
              x={inset + index * step}
              y={Math.min(top, up(0) - 1)}
              width={Math.max(1, step - 1)}
              height={Math.max(1, up(0) - top)}
              fill="currentColor"
            />
          )
        })
      )}
    </svg>
  )
}
