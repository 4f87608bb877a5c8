import { once } from 'node:events'
import { fstatSync, statSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'

const OUTPUT = 1
const ERROR = 2

const BAD_USAGE = 2

/** Whether standard output is a terminal. */
export const isTerminal = (): boolean => isTerminalAt(OUTPUT)

/** Whether standard error is one, on which progress can be drawn. */
export const drawsProgress = (): boolean => isTerminalAt(ERROR)

/** Columns of the terminal, or 80 where there is none. */
export const terminalColumns = (): number => (isTerminal() ? standardOutput().columns : 80)

let stream: NodeJS.WriteStream | undefined

/**
 * Standard output as a stream. Where it cannot be written the run ends: quietly if nobody reads it any more, else with a
 * message and exit code 2.
 */
export const standardOutput = (): NodeJS.WriteStream => {
  stream ??= process.stdout.on('error', endRun)
  return stream
}

/**
 * Writes a text on standard output, and waits until it is taken. A file or a pipe is written without a stream: the modules
 * of one take longer to read than a small report to write.
 */
export const writeOut = async (text: string): Promise<void> => {
  const left = stream === undefined && isPlain(OUTPUT) ? leftOf(text) : text
  if (left.length > 0 && !standardOutput().write(left)) await once(standardOutput(), 'drain')
}

/** Writes what is taken at once. What is left waits for whoever reads the pipe, and for the stream. */
const leftOf = (text: string): Uint8Array => {
  const bytes = Buffer.from(text)
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(OUTPUT, bytes, written)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') endRun(error as NodeJS.ErrnoException)
  }
  return bytes.subarray(written)
}

// `| head` closes the pipe before everything is written.
const endRun = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`standard output cannot be written: ${error.code ?? error.message}\n`)
  process.exit(BAD_USAGE)
}

const isTerminalAt = (descriptor: number): boolean => !isPlain(descriptor) && isatty(descriptor)

/** Whether it certainly is a file, a pipe or nothing at all, which is asked of the system alone. */
const isPlain = (descriptor: number): boolean => {
  // Pipes of Windows are not told apart, nor written at once.
  if (process.platform === 'win32') return false
  try {
    const its = fstatSync(descriptor)
    return its.isFile() || its.isFIFO() || its.isSocket() || its.rdev === statSync('/dev/null').rdev
  } catch {
    return false
  }
}
