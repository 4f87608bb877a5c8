import { COMMANDS } from './commands.generated.js'
import type { DescribedCommand } from './completion/vocabulary.js'

/** What a class of a command says of it. */
export interface CommandClass {
  readonly summary?: string
  readonly description?: string
  readonly examples?: readonly string[]
  readonly usage?: string | readonly string[]
  readonly strict?: boolean
  readonly hidden?: boolean
  readonly flags?: DescribedCommand['flags']
  readonly baseFlags?: DescribedCommand['flags']
  readonly args?: DescribedCommand['args']
}

/** The classes of all commands, by their ids. */
export const commandClasses = (): Promise<readonly (readonly [string, CommandClass])[]> =>
  Promise.all(
    Object.entries(COMMANDS).map(
      async ([id, load]) => [id, (await load()).default as unknown as CommandClass] as const,
    ),
  )

/** Every command, as its class describes it. */
export const describedCommands = async (): Promise<readonly DescribedCommand[]> =>
  (await commandClasses()).map(([id, { summary, hidden, flags, baseFlags, args = {} }]) => ({
    id,
    summary,
    hidden,
    flags: named({ ...baseFlags, ...flags }),
    args,
  }))

/** A flag or an argument is called as it is keyed. */
export const named = <T extends object>(
  entries: Readonly<Record<string, T>>,
): Record<string, T & { readonly name: string }> =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, { ...entry, name }]))
