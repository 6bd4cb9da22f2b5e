/** How small the p-value of the next question has to be, when many are asked one after another. */
import type { Looked } from './answer.ts'

const falseDiscoveryRate = 0.05

/**
 * LOND: the n-th test of a stream is made at q · (6 / π²) / n² times the findings so far and one, which holds the false
 * discovery rate at q however many tests follow (Javanmard and Montanari 2015, “On online control of false discovery rate”).
 */
export function levelOf({ number, found }: Looked): number {
  return (falseDiscoveryRate * 6 * (found + 1)) / (Math.PI ** 2 * number ** 2)
}
