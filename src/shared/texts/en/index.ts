/** The English texts: the catalogue every other language is measured by. */
import { failures } from './failures.ts'
import { shell } from './shell.ts'
import { terminal } from './terminal/index.ts'
import { window } from './window/index.ts'

export const en = { failures, shell, terminal, ...window } as const
