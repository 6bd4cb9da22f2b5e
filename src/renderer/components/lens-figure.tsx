/** The picture of the home screen: points without order go into a glass, and come out as a line one can read. */
import { useMemo } from 'react'
import classes from './lens-figure.module.css'

const lens = { x: 232, y: 104, radius: 84 }

/** A fixed scatter, made by a small linear congruential generator: the same picture every time. */
function scatter(count: number): readonly { x: number; y: number; size: number }[] {
  let state = 20_260
  const next = (): number => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
  return Array.from({ length: count }, () => ({ x: next() * 480, y: 6 + next() * 196, size: 1.4 + next() * 1.5 }))
}

/** The series seen through the glass. */
const series = [150, 143, 147, 132, 136, 121, 126, 108, 113, 96, 84, 91, 70, 62]

export function LensFigure() {
  const points = useMemo(
    () => scatter(86).filter(({ x, y }) => Math.hypot(x - lens.x, y - lens.y) > lens.radius + 9),
    [],
  )
  const step = (lens.radius * 2 - 44) / (series.length - 1)
  const line = series.map((y, index) => `${lens.x - lens.radius + 22 + index * step},${y}`)
  return (
    <svg className={classes.figure} viewBox="0 0 480 208" aria-hidden="true" focusable="false">
      <g className={classes.points}>
        {points.map(({ x, y, size }) => (
          <circle key={`${x}`} cx={x} cy={y} r={size} />
        ))}
      </g>
      <circle cx={lens.x} cy={lens.y} r={lens.radius} className={classes.glass} />
      <g className={classes.seen}>
        {series.slice(0, -1).map((y, index) => (
          <circle key={line[index]} cx={lens.x - lens.radius + 22 + index * step} cy={y} r="2.6" />
        ))}
      </g>
      <polyline points={line.join(' ')} className={classes.line} pathLength={1} />
      <circle cx={lens.x + lens.radius - 22} cy={series.at(-1)} r="5" className={classes.end} />
      <circle cx={lens.x} cy={lens.y} r={lens.radius} className={classes.rim} />
      <path
        d={`M ${lens.x - 58} ${lens.y - 34} A 68 68 0 0 1 ${lens.x - 26} ${lens.y - 62}`}
        className={classes.glint}
      />
    </svg>
  )
}
