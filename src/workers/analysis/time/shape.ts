/** What a series does over its whole length, in a word: it stays, rises, bends, steps, or follows a curve. */
import { predictiveTail } from '../statistics/predictive-tail.ts'
import { supBendBootstrap } from '../statistics/sup-bend.ts'
import { supFBootstrap } from '../statistics/sup-f.ts'
import { type Fit, fitsOf, scalesOf } from './shape-fits.ts'

export type Course = 'steady' | 'accelerating' | 'levelling off'

interface Described {
  /** The series without its season. */
  readonly values: Float64Array
  /** The shape that was fitted to it. */
  readonly fitted: Float64Array
  /** AR(1) coefficient of what that leaves, 0 to .97. */
  readonly autoregression: number
  /** Whether season and scatter go in proportion to the level: the shape was fitted to logarithms. */
  readonly proportional: boolean
}

/** Levels that follow each other at once. */
export interface Steps extends Described {
  readonly kind: 'steps'
  /** First periods of new levels, ascending. */
  readonly places: readonly number[]
  /** Of the largest step, against noise as dependent as that of the series. */
  readonly p: number
  /** Whether a course in the same direction describes the series about as well. */
  readonly orCourse: boolean
}

/** Slopes that follow each other: straight lines that meet where the series bends. */
export interface Bends extends Described {
  readonly kind: 'bends'
  /** Periods at which the slope changes, ascending. */
  readonly places: readonly number[]
  /** Of the largest bend, as that of `Steps`. */
  readonly p: number
}

interface InOneCourse extends Described {
  readonly kind: 'course'
  readonly course: Course
  /** A single bend that describes a series of changing pace about as well; null where none does. */
  readonly orBend: Bends | null
  /** Steps in the same direction that describe the series about as well; null where none do. */
  readonly orSteps: Steps | null
}

export type SeriesShape = ({ readonly kind: 'flat' } & Described) | InOneCourse | Steps | Bends

/** Fewer periods show no change within them. */
export const leastLength = 24
/** Steps and bends are believed up to this p; a line or curve is told where they are not. */
const stepLevel = 0.05
/** Stricter: a line taken for a bend loses what is sure of it, its trend, for what is not. */
const bendLevel = 0.01
/**
 * Difference in BIC below which the evidence for steps against a line, or the other way, is not strong. Of 72
 * periods with a line or a step of twice its gate in AR(.6) noise, two in five that are taken for steps within it are lines.
 *
 * Source: Kass & Raftery, JASA 90 (1995).
 */
const tie = 6
const simulations = 199
/** How dependent what is left may be before it could be a random walk, in which steps and bends mean nothing. */
export const nearlyRandomWalk = 0.9
/** n·(1 − φ̂) of a walk around a line bent once or twice is seldom larger; some more than Dickey and Fuller's 21.8. */
const walkBound = 30

/**
 * The shape that describes the deseasonalised series best by BIC, with AR(1) errors. Steps and bends are confirmed by
 * simulation, and where they leave what could be a random walk, by the jump itself and by the pace of its steps; what is
 * not confirmed gives way to the best of the others. Null below 24 periods or without spread. O(200 · n).
 *
 * Source: Schwarz, Ann. Statist. 6 (1978); see `supFBootstrap` and `supBendBootstrap`.
 */
export function seriesShape(series: Float64Array, seasonalPeriod: number | null, seed = 1): SeriesShape | null {
  if (series.length < leastLength || series.every((value) => value === series[0])) return null
  const fits = scalesOf(series, seasonalPeriod).flatMap(fitsOf)
  for (const fit of fits.sort((left, right) => left.bic - right.bic)) {
    const { scale, places } = fit
    const described = describedBy(fit)
    const { fitted } = described
    switch (fit.shape) {
      case 'constant':
        return { kind: 'flat', ...described }
      case 'line':
      case 'curve': {
        const turn = turnOf(fitted)
        if (turn === null) {
          const [orSteps, orBend] = [stepsBeside(fit, fits, seed), bendBeside(fit, fits, seed)]
          return { kind: 'course', course: courseOf(fitted), orSteps, orBend, ...described }
        }
        const p = bendP(scale.tamed, fit, seed)
        if (p <= bendLevel) return { kind: 'bends', places: [turn], p, ...described }
        break
      }
      case 'steps': {
        const p = stepP(scale.tamed, fit, seed)
        if (p <= stepLevel) return { kind: 'steps', places, p, orCourse: hasCourseBeside(fit, fits), ...described }
        break
      }
      case 'bends': {
        const p = bendP(scale.tamed, fit, seed)
        if (p > bendLevel) break
        const told = scale.proportional ? bendsInLevel(fit, fitted) : places
        // What only changes its pace, and several times, follows a curve.
        const curve = told.length === 0 || (told.length > 1 && goesOneWay(fitted))
        if (curve) return { kind: 'course', course: courseOf(fitted), orSteps: null, orBend: null, ...described }
        return { kind: 'bends', places: told, p, ...described }
      }
    }
  }
  throw new Error('A constant was not among the shapes of a series')
}

function describedBy({ scale, fitted, autoregression }: Fit): Described {
  const { values, proportional } = scale
  return {
    values: proportional ? values.map(Math.exp) : values,
    fitted: proportional ? fitted.map(Math.exp) : fitted,
    autoregression,
    proportional,
  }
}

function directionOf(fitted: Float64Array): number {
  return Math.sign((fitted.at(-1) ?? 0) - (fitted[0] ?? 0))
}

/** `fits` that go one way, the same as `fit`, and describe the series about as well. */
function besides(fit: Fit, fits: readonly Fit[], shapes: readonly Fit['shape'][]): Fit[] {
  const direction = directionOf(fit.fitted)
  return fits.filter(
    (other) =>
      shapes.includes(other.shape) &&
      Math.abs(other.bic - fit.bic) < tie &&
      directionOf(other.fitted) === direction &&
      goesOneWay(other.fitted),
  )
}

function hasCourseBeside(steps: Fit, fits: readonly Fit[]): boolean {
  return goesOneWay(steps.fitted) && besides(steps, fits, ['line', 'curve']).length > 0
}

function stepsBeside(course: Fit, fits: readonly Fit[], seed: number): Steps | null {
  const [steps] = besides(course, fits, ['steps'])
  if (steps === undefined) return null
  const p = stepP(steps.scale.tamed, steps, seed)
  return p > stepLevel ? null : { kind: 'steps', places: steps.places, p, orCourse: true, ...describedBy(steps) }
}

/**
 * A curve that changes its pace and a line with a bend are hard to tell apart: in 72 periods of normal noise, a bend of
 * twice its gate is taken for a curve in one of four series, by a difference in BIC of about one.
 */
function bendBeside(curve: Fit, fits: readonly Fit[], seed: number): Bends | null {
  if (curve.shape !== 'curve' || courseOf(curve.fitted) === 'steady') return null
  const bend = fits.find(
    (other) =>
      other.shape === 'bends' &&
      other.places.length === 1 &&
      Math.abs(other.bic - curve.bic) < tie &&
      directionOf(other.fitted) === directionOf(curve.fitted) &&
      turnOf(other.fitted) === null,
  )
  if (bend === undefined) return null
  const described = describedBy(bend)
  if (bend.scale.proportional && bendsInLevel(bend, described.fitted).length === 0) return null
  const p = bendP(bend.scale.tamed, bend, seed)
  return p > stepLevel ? null : { kind: 'bends', places: bend.places, p, ...described }
}

function stepP(values: Float64Array, { places, autoregression }: Fit, seed: number): number {
  const p = supFBootstrap(values, { simulations, seed, trim: 0.1 })?.tailP ?? 1
  if (p > stepLevel || autoregression < nearlyRandomWalk) return p
  // In a walk a step is a jump beyond its other steps.
  const jumps = differences(values).map(Math.abs)
  const at = new Set(places.map((place) => place - 1))
  const others = jumps.filter((_jump, index) => !at.has(index))
  const largest = Math.max(...[...at].map((index) => jumps[index] ?? 0))
  const tail = predictiveTail(others, [largest])?.[0] ?? 1
  return Math.max(p, Math.min(1, jumps.length * tail))
}

function bendP(values: Float64Array, { autoregression }: Fit, seed: number): number {
  const p = supBendBootstrap(values, { simulations, seed, trim: 0.1 })?.tailP ?? 1
  const couldBeWalk = autoregression >= Math.min(nearlyRandomWalk, 1 - walkBound / values.length)
  if (p > bendLevel || !couldBeWalk) return p
  // A walk whose drift changes has steps whose mean changes.
  return Math.max(p, supFBootstrap(differences(values), { simulations, seed, trim: 0.1 })?.tailP ?? 1)
}

/** Part of the whole movement that rounding may take back. */
const rounding = 1e-9

function goesOneWay(fitted: Float64Array): boolean {
  const direction = directionOf(fitted)
  const slack = rounding * Math.abs((fitted.at(-1) ?? 0) - (fitted[0] ?? 0))
  return fitted.every((value, index) => index === 0 || direction * (value - (fitted[index - 1] ?? 0)) >= -slack)
}

/** Growth that slows may still add more each time: of a bend in logarithms, the places where the level bends the same way. */
function bendsInLevel({ places, fitted: logs }: Fit, levels: Float64Array): number[] {
  const stops = [0, ...places, levels.length - 1]
  return places.filter((place, position) => {
    const [start = 0, end = 0] = [stops[position], stops[position + 2]]
    const turn = (of: Float64Array): number => {
      const slope = (from: number, to: number): number => ((of[to] ?? 0) - (of[from] ?? 0)) / Math.max(1, to - from)
      return slope(place, end) - slope(start, place)
    }
    return turn(logs) * turn(levels) > 0
  })
}

function differences(values: Float64Array): Float64Array {
  return values.slice(1).map((value, index) => value - (values[index] ?? 0))
}

/** Share of the whole movement that lies on either side of a turn. */
const leastSide = 0.25

/** Where a curve turns from rising to falling or back, with a good part of its movement on either side; else null. */
function turnOf(fitted: Float64Array): number | null {
  const [first = 0, last = 0] = [fitted[0], fitted.at(-1)]
  const [highest, lowest] = [Math.max(...fitted), Math.min(...fitted)]
  const range = highest - lowest
  for (const extreme of [highest, lowest]) {
    if (Math.min(Math.abs(extreme - first), Math.abs(extreme - last)) >= leastSide * range)
      return fitted.indexOf(extreme)
  }
  return null
}

/** How much further one half of a curve moves than the other before it is called one. */
const tellingCurve = 1.5

/** Whether the second half of a curve moves further than the first. */
function courseOf(fitted: Float64Array): Course {
  const middle = fitted[Math.floor((fitted.length - 1) / 2)] ?? 0
  const before = Math.abs(middle - (fitted[0] ?? 0))
  const after = Math.abs((fitted.at(-1) ?? 0) - middle)
  if (after > tellingCurve * before) return 'accelerating'
  return before > tellingCurve * after ? 'levelling off' : 'steady'
}
