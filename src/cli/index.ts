/** Entry of the command line, built to `out/main/cli.js`; `bin/storyglass` has made sure of Node and of the build. */
import { endQuietlyOnClosedPipe } from './output.ts'
import { runCommandLine } from './run.ts'

endQuietlyOnClosedPipe()
process.exitCode = await runCommandLine(process.argv.slice(2))
