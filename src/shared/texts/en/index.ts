/** The English texts: the catalogue every other language is measured by. */
import { conditions } from './conditions.ts'
import { explanation } from './explanation.ts'
import { failures } from './failures.ts'
import { notes } from './notes/index.ts'
import { shell } from './shell.ts'
import { terminal } from './terminal/index.ts'
import { window } from './window/index.ts'

export const en = { conditions, explanation, failures, notes, shell, terminal, ...window } as const
