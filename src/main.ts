import { Config, run } from '@oclif/core'
import { nearest } from './sources/suggest.js'

/** Exit code of an error of ours. */
const OUR_FAULT = 3
const BAD_USAGE = 2

/** Runs the command line. Usage errors end with 2, errors of ours with 3, and a closed pipe ends quietly. */
export const main = async (argv: readonly string[]): Promise<void> => {
  // `| head` closes the pipe before everything is written.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  try {
    await run([...argv], { root: import.meta.dirname })
  } catch (error) {
    process.exitCode = await explained(error as Failure, argv)
  }
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
  return `error: ${text}${meant}\nSee hipaacheck ${argv[0]?.startsWith('-') === false ? `${argv[0]} ` : ''}--help`
}

const suggestionFor = async (
  text: string,
  [command = '']: readonly string[],
): Promise<string | undefined> => {
  const value = /^Expected --\S+=(\S*) to be one of: (.+)$/m.exec(text)
  if (value) return nearest(value[1] ?? '', (value[2] ?? '').split(', '))
  const config = await Config.load({ root: import.meta.dirname })
  if (/command .* not found/i.test(text)) return nearest(command, config.commandIDs)
  const flag = /^Nonexistent flags?: -*(\S+)/m.exec(text)
  if (!flag) return undefined
  const known = Object.keys(config.findCommand(command)?.flags ?? {})
  const found = nearest((flag[1] ?? '').replace(/,$/, ''), known)
  return found === undefined ? undefined : `--${found}`
}
