/** Entry of the command line, built to `out/main/cli.js`; `bin/storyglass` has made sure of Node and of the build. */
import { watchOutput } from './output.ts'
import { runCommandLine } from './run.ts'

const output = watchOutput()
process.exitCode = output.statusAfter(await runCommandLine(process.argv.slice(2)))
