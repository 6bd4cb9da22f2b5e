/** The picture of the home screen: points without order go into a glass, and come out as a line one can read. */
import { useMemo } from 'react'
import classes from './lens-figure.module.css'

const lens = { x: 204, y: 152, radius: 112 }

/** A fixed scatter, made by a small linear congruential generator: the same picture every time. */
function scatter(count: number): readonly { x: number; y: number; size: number }[] {
  let state = 20_260
  const next = (): number => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
  return Array.from({ length: count }, () => ({ x: 4 + next() * 392, y: 4 + next() * 296, size: 1.7 + next() * 2.1 }))
}

/** The series seen through the glass. */
const series = [206, 199, 204, 186, 192, 171, 178, 157, 163, 142, 126, 134, 110, 98]

export function LensFigure() {
  const points = useMemo(
    () => scatter(120).filter(({ x, y }) => Math.hypot(x - lens.x, y - lens.y) > lens.radius + 12),
    [],
  )
  const step = (lens.radius * 2 - 68) / (series.length - 1)
  const line = series.map((y, index) => `${lens.x - lens.radius + 34 + index * step},${y}`)
  return (
    <svg className={classes.figure} viewBox="0 0 400 304" aria-hidden="true" focusable="false">
      <g className={classes.points}>
        {points.map(({ x, y, size }) => (
          <circle key={`${x}`} cx={x} cy={y} r={size} />
        ))}
      </g>
      <circle cx={lens.x} cy={lens.y} r={lens.radius} className={classes.glass} />
      <g className={classes.seen}>
        {series.slice(0, -1).map((y, index) => (
          <circle key={line[index]} cx={lens.x - lens.radius + 34 + index * step} cy={y} r="3.4" />
        ))}
      </g>
      <polyline points={line.join(' ')} className={classes.line} pathLength={1} />
      <circle cx={lens.x + lens.radius - 34} cy={series.at(-1)} r="7" className={classes.end} />
      <circle cx={lens.x} cy={lens.y} r={lens.radius} className={classes.rim} />
      <path
        d={`M ${lens.x - 80} ${lens.y - 42} A 91 91 0 0 1 ${lens.x - 42} ${lens.y - 80}`}
        className={classes.glint}
      />
    </svg>
  )
}
