/** The English texts: the catalogue every other language is measured by. */
import { failures } from './failures.ts'
import { shell } from './shell.ts'

export const en = { failures, shell } as const
