/** Numbers that come out the same on every run. */
import { twelveDigits } from '../analysis/statistics/significant-digits.ts'

/**
 * Twelve significant digits: sums over threads differ in the sixteenth, and the same file must give the same story.
 * Whole numbers that a double holds exactly stay as they are.
 */
export function stable(value: number): number {
  return Number.isSafeInteger(value) || !Number.isFinite(value) ? value : twelveDigits(value)
}
