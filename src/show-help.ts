import { Errors, Help, type Interfaces } from '@oclif/core'
import { type CommandClass, commandClasses, named } from './described-commands.js'
import { standardOutput, writeOut } from './standard-output.js'
import { PURPOSE } from './version.js'

/**
 * Prints the version, or the help of all commands, of a topic or of one command. Throws where the words mean none of
 * them. Nothing is looked for on the disk: which commands there are is known since the build.
 */
export const showHelp = async (argv: readonly string[], light: Interfaces.Config): Promise<void> => {
  if (argv[0] === '--version') {
    await writeOut(`${light.userAgent}\n`)
    return
  }
  // The help of oclif writes on it.
  standardOutput()
  const config = await describedConfig(light)
  const id = argv.length === 0 || argv.includes('--help') ? undefined : idOf(argv)
  if (id !== undefined && !config.findTopic(id)) throw new Errors.CLIError(`command ${id} not found`)
  await new Help(config, {}).showHelp(id === undefined ? [...argv] : [id])
}

/** The words before the first flag: `probe tls` is called `probe:tls`. */
const idOf = (argv: readonly string[]): string => {
  const end = argv.findIndex((word) => word.startsWith('-') || word.includes('='))
  return argv.slice(0, Math.max(1, end < 0 ? argv.length : end)).join(':')
}

/** As much of a configuration as the help asks: it writes into what it shows, so all of it is made anew. */
const describedConfig = async (light: Interfaces.Config): Promise<Interfaces.Config> => {
  const classes = await commandClasses()
  const commands = classes.map(([id, command]) => ({ ...shown(command), id, aliases: [] }))
  const topics = topicsOf(classes)
  return {
    ...light,
    pjson: { ...light.pjson, description: PURPOSE },
    platform: process.platform,
    plugins: new Map(),
    commands,
    topics,
    findCommand: (id: string) => commands.find((one) => one.id === id),
    findTopic: (name: string) => topics.find((one) => one.name === name),
  } as unknown as Interfaces.Config
}

/** What a class inherits counts too, so that its properties are named one by one. */
const shown = (its: CommandClass) => ({
  summary: its.summary,
  description: its.description,
  examples: its.examples,
  usage: its.usage,
  strict: its.strict,
  hidden: its.hidden,
  flags: named({ ...its.baseFlags, ...its.flags }),
  args: named(its.args ?? {}),
})

/** Every command is a topic, and so is each word that several commands begin with: it is told by the first. */
const topicsOf = (
  classes: readonly (readonly [string, CommandClass])[],
): readonly { name: string; description: string | undefined }[] => {
  const topics = new Map<string, string | undefined>()
  for (const [id, { summary }] of classes)
    for (let words = id.split(':'); words.length > 0; words = words.slice(0, -1)) {
      const name = words.join(':')
      if (!topics.has(name)) topics.set(name, summary)
    }
  return [...topics].map(([name, description]) => ({ name, description }))
}
