/** The English texts: the catalogue every other language is measured by. */

import { asked } from './asked.ts'
import { comparison } from './comparison.ts'
import { conditions } from './conditions.ts'
import { documentText } from './document-text.ts'
import { dropped } from './dropped.ts'
import { explanation } from './explanation.ts'
import { failures } from './failures.ts'
import { hand } from './hand.ts'
import { libraryOpening } from './library-opening.ts'
import { notes } from './notes/index.ts'
import { shell } from './shell.ts'
import { terminal } from './terminal/index.ts'
import { versions } from './versions.ts'
import { window } from './window/index.ts'
import { written } from './written.ts'

export const en = {
  asked,
  comparison,
  conditions,
  documentText,
  dropped,
  explanation,
  failures,
  hand,
  libraryOpening,
  notes,
  shell,
  terminal,
  versions,
  written,
  ...window,
} as const
