/** Asks the engine what a window could ask it, through the window's own bridge. */
import type { Page } from 'playwright-core'
import type { StoryglassBridge } from '../../src/shared/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../src/shared/contract/commands.ts'

/** Throws what the engine says where it fails. */
export async function askEngine<Name extends CommandName>(
  page: Page,
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandOutput<Name>> {
  const result = await page.evaluate(
    ({ name, input }) => {
      const { storyglass } = window as unknown as { storyglass: StoryglassBridge }
      return storyglass.invoke(name as CommandName, input as never)
    },
    { name, input },
  )
  if (!result.ok) throw new Error(`${name}: ${result.failure.message}`)
  return result.output as CommandOutput<Name>
}
