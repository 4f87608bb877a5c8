import { COMMANDS } from '../commands.generated.js'
import type { DescribedCommand } from './vocabulary.js'

/** What every command says of itself: each is loaded. */
export const describedCommands = (): Promise<readonly DescribedCommand[]> =>
  Promise.all(
    Object.entries(COMMANDS).map(async ([id, load]) => {
      const { default: command } = await load()
      const { summary, hidden, args, flags, baseFlags } = command as unknown as CommandStatics
      return { id, summary, hidden, args: args ?? {}, flags: { ...baseFlags, ...flags } }
    }),
  )

/** Of a class of a command, what its author wrote down. */
type CommandStatics = Pick<DescribedCommand, 'summary' | 'hidden' | 'flags'> & {
  readonly baseFlags: DescribedCommand['flags']
  readonly args?: DescribedCommand['args']
}
