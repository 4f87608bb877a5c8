import { COMMANDS } from './commands.generated.js'
import type { DescribedCommand } from './completion/vocabulary.js'

interface CommandClass {
  readonly summary?: string
  readonly hidden?: boolean
  readonly flags?: DescribedCommand['flags']
  readonly baseFlags?: DescribedCommand['flags']
  readonly args?: DescribedCommand['args']
}

/** Every command, as its class describes it. */
export const describedCommands = async (): Promise<readonly DescribedCommand[]> =>
  Promise.all(
    Object.entries(COMMANDS).map(async ([id, load]) => {
      const {
        summary,
        hidden,
        flags,
        baseFlags,
        args = {},
      } = (await load()).default as unknown as CommandClass
      return { id, summary, hidden, flags: named({ ...baseFlags, ...flags }), args }
    }),
  )

/** A flag is called as it is keyed. */
const named = (flags: DescribedCommand['flags']): DescribedCommand['flags'] =>
  Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, { ...flag, name }]))
