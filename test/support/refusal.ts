/** What an expected failure says of itself, for a test that expects it. */
import { type StoryglassError, sayDetail } from '../../src/shared/failure/failure.ts'
import { english } from './english.ts'

/** The detail in English; empty where there is none. */
export function detailOf({ detail }: StoryglassError): string {
  return sayDetail(english, detail) ?? ''
}
