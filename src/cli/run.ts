/** One command line, from its arguments to the status of the process. */
import { CommanderError } from 'commander'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { problemOfError } from './outcome.ts'
import { printProblem, say } from './output.ts'
import { parserSentence } from './parser-words.ts'
import { createProgram } from './program.ts'
import { UsageError } from './usage.ts'

/** `args` as after the program's name. Never throws. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let status: number = exitStatus.done
  try {
    const program = createProgram(terminalTexts(), (reported) => {
      status = reported
    })
    if (args.length === 0) program.help({ error: true })
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    const texts = terminalTexts()
    const { usage, help } = texts.terminal
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitStatus.done
      if (error.code !== 'commander.help') await say(`${parserSentence(error, texts)}\n${help.afterError}`)
      return exitStatus.usage
    }
    if (error instanceof UsageError) {
      await say(`${usage.error({ message: error.sayIn(texts) })}\n${help.afterError}`)
      return exitStatus.usage
    }
    const problem = problemOfError(error, null)
    await printProblem(problem, asksForJson(args))
    return problem.status
  }
}

function asksForJson(args: readonly string[]): boolean {
  return args.some((arg, index) => arg === '--format=json' || (arg === '--format' && args[index + 1] === 'json'))
}
