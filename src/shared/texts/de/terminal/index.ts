/** Was die Befehlszeile sagt. */
import { electron } from './electron.ts'
import { help } from './help.ts'
import { lists } from './lists.ts'
import { metricsTable } from './metrics-table.ts'
import { progress } from './progress.ts'
import { replies } from './replies.ts'
import { usage } from './usage.ts'
import { watch } from './watch.ts'

export const terminal = { electron, help, lists, metricsTable, progress, replies, usage, watch } as const
