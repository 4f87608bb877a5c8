import type * as Oclif from '@oclif/core'
import { COMMANDS } from './commands.generated.js'
import { nearest } from './sources/suggest.js'
import { VERSION } from './version.js'

/** Exit code of an error of ours. */
const OUR_FAULT = 3
const BAD_USAGE = 2

type CommandId = keyof typeof COMMANDS

/** Runs the command line. Usage errors end with 2, errors of ours with 3, and a closed pipe ends quietly. */
export const main = async (argv: readonly string[]): Promise<void> => {
  try {
    await run(argv)
  } catch (error) {
    process.exitCode = await explained(error as Failure, argv)
  }
}

/** A command that is named, and asked for no help, is run at once; for the rest all commands are described. */
const run = async (argv: readonly string[]): Promise<void> => {
  const named = isHelp(argv) ? undefined : commandOf(argv)
  if (named === undefined) {
    const { showHelp } = await import('./show-help.js')
    return showHelp(argv, LIGHT_CONFIG)
  }
  const { default: command } = await COMMANDS[named.id]()
  const its = command as unknown as RunnableClass
  its.id = named.id
  await new its([...named.rest], LIGHT_CONFIG)._run()
}

/** What oclif makes of a command class: it parses its flags and runs. */
interface RunnableClass {
  id: string
  new (argv: string[], config: Oclif.Config): { _run(): Promise<unknown> }
}

/** As much of a configuration as a command asks that has no plugins and no hooks. */
const LIGHT_CONFIG = {
  bin: 'hipaacheck',
  name: 'hipaacheck',
  version: VERSION,
  userAgent: `hipaacheck/${VERSION} ${process.platform}-${process.arch} node-${process.version}`,
  dirname: 'hipaacheck',
  pjson: { oclif: {} },
  commandIDs: Object.keys(COMMANDS),
  commands: [],
  findCommand: () => undefined,
  topics: [],
  topicSeparator: ' ',
  scopedEnvVar: () => undefined,
  scopedEnvVarKey: (key: string) => `HIPAACHECK_${key}`,
  scopedEnvVarKeys: () => [],
  runHook: async () => ({ successes: [], failures: [] }),
} as unknown as Oclif.Config

/** What follows `--` is no flag. */
const isHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--')
  return (end < 0 ? argv : argv.slice(0, end)).includes('--help')
}

/** The command that the first words name, the longest first: `probe tls`, then `audit`. */
const commandOf = (
  argv: readonly string[],
): { readonly id: CommandId; readonly rest: readonly string[] } | undefined => {
  for (const words of [2, 1]) {
    const id = argv.slice(0, words).join(':')
    if (argv.length >= words && Object.hasOwn(COMMANDS, id))
      return { id: id as CommandId, rest: argv.slice(words) }
  }
  return undefined
}

interface Failure extends Error {
  readonly oclif?: { readonly exit?: number | false }
  readonly code?: string
}

const explained = async (error: Failure, argv: readonly string[]): Promise<number> => {
  if (error.code === 'EEXIT') return Number(error.oclif?.exit ?? 0)
  if (error.oclif !== undefined) {
    process.stderr.write(`${await usageText(error, argv)}\n`)
    return BAD_USAGE
  }
  const detail = process.env['DEBUG'] ? `\n${error.stack ?? ''}` : ''
  process.stderr.write(`hipaacheck failed, and that is our fault: ${firstLine(error.message)}${detail}\n`)
  process.stderr.write('Please report it, with the command and, if you may, the file. DEBUG=1 shows where.\n')
  return OUR_FAULT
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''

const usageText = async (error: Failure, argv: readonly string[]): Promise<string> => {
  const text = error.message.replace(/\nSee more help with --help/, '').trim()
  const suggestion = await suggestionFor(text, argv)
  const meant = suggestion === undefined ? '' : `\n  did you mean: ${suggestion}`
  return `error: ${text}${meant}\nSee hipaacheck ${helpWords(argv)}--help`
}

const helpWords = (argv: readonly string[]): string => {
  const named = commandOf(argv)
  if (named) return `${named.id.replaceAll(':', ' ')} `
  return ''
}

const suggestionFor = async (text: string, argv: readonly string[]): Promise<string | undefined> => {
  const value = /^Expected --\S+=(\S*) to be one of: (.+)$/m.exec(text)
  if (value) return nearest(value[1] ?? '', (value[2] ?? '').split(', '))
  if (/command .* not found/i.test(text))
    return nearest(argv[0] ?? '', Object.keys(COMMANDS))?.replaceAll(':', ' ')
  const flag = /^Nonexistent flags?: -*(\S+)/m.exec(text)
  const named = commandOf(argv)
  if (!flag || !named) return undefined
  const { default: command } = await COMMANDS[named.id]()
  const known = Object.keys({ ...command.baseFlags, ...command.flags })
  const found = nearest((flag[1] ?? '').replace(/,$/, ''), known)
  return found === undefined ? undefined : `--${found}`
}
