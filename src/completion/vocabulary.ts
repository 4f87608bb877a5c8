import { compareText } from '../model/compare-text.js'

/** What may stand on the command line. */
export interface Vocabulary {
  readonly program: string
  readonly commands: readonly CommandWords[]
}

/** A command: the words that call it, its flags, and what may follow. */
export interface CommandWords {
  /** `history verify`. */
  readonly path: string
  readonly summary: string
  readonly flags: readonly FlagWords[]
  /** What its arguments may be; nothing where they are files, or any text. */
  readonly values: readonly string[]
  readonly takesFiles: boolean
}

/** A flag as it is written, with its dashes. */
export interface FlagWords {
  readonly long: string
  readonly short?: string
  readonly summary: string
  /** What follows it: nothing, one of some words, a file, or any text. */
  readonly takes: 'nothing' | 'word' | 'file' | 'text'
  readonly values: readonly string[]
  readonly repeats: boolean
}

/** What the command line framework tells of a command. */
export interface DescribedCommand {
  readonly id: string
  readonly summary?: string | undefined
  readonly hidden?: boolean | undefined
  readonly flags: Readonly<Record<string, DescribedFlag>>
  readonly args: Readonly<Record<string, { readonly options?: readonly string[] | undefined }>>
}

interface DescribedFlag {
  readonly type: string
  readonly char?: string | undefined
  readonly summary?: string | undefined
  readonly options?: readonly string[] | undefined
  readonly allowNo?: boolean | undefined
  readonly multiple?: boolean | undefined
  readonly helpValue?: string | readonly string[] | undefined
}

/** The vocabulary of a program, from what its commands say of themselves and the ids of its rules. */
export const vocabularyOf = (
  program: string,
  commands: readonly DescribedCommand[],
  rules: readonly string[],
): Vocabulary => ({
  program,
  commands: commands
    .filter(({ hidden }) => hidden !== true)
    .map((command) => commandWords(command, rules))
    .sort((one, other) => compareText(one.path, other.path)),
})

const FILES = ['files', 'report', 'old', 'new']

const commandWords = (
  { id, summary = '', flags, args }: DescribedCommand,
  rules: readonly string[],
): CommandWords => ({
  path: id.replaceAll(':', ' '),
  summary,
  flags: [...Object.entries(flags).flatMap(([name, flag]) => flagWords(name, flag, rules)), HELP],
  values: Object.entries(args).flatMap(([name, { options = [] }]) => (name === 'rule' ? rules : options)),
  takesFiles: Object.keys(args).some((name) => FILES.includes(name)),
})

const HELP: FlagWords = {
  long: '--help',
  summary: 'Show help.',
  takes: 'nothing',
  values: [],
  repeats: false,
}

const flagWords = (name: string, flag: DescribedFlag, rules: readonly string[]): readonly FlagWords[] => {
  const { type, char, summary = '', options, allowNo, multiple = false } = flag
  const values = options ?? (name === 'rule' || name === 'skip' ? rules : [])
  const isFile = /FILE|REPORT/.test(String(flag.helpValue ?? ''))
  const takes = type === 'boolean' ? 'nothing' : values.length > 0 ? 'word' : isFile ? 'file' : 'text'
  const words = { summary, takes, values, repeats: multiple } as const
  return [
    { long: `--${name}`, ...(char === undefined ? {} : { short: `-${char}` }), ...words },
    ...(allowNo === true ? [{ long: `--no-${name}`, ...words }] : []),
  ]
}

/** The words that may follow some words of a command: `show` after `history`. */
export const nextWords = (
  { commands }: Vocabulary,
  path: string,
): readonly { readonly word: string; readonly summary: string }[] => {
  const before = path === '' ? '' : `${path} `
  const found = new Map<string, string>()
  for (const command of commands) {
    if (!command.path.startsWith(before) || command.path === path) continue
    const [word = '', ...more] = command.path.slice(before.length).split(' ')
    if (!found.has(word)) found.set(word, more.length === 0 ? command.summary : '')
  }
  return [...found].map(([word, summary]) => ({ word, summary }))
}

/** Every path at which words may follow: the commands, and what only leads to commands. */
export const allPaths = ({ commands }: Vocabulary): readonly string[] => [
  ...new Set(
    commands.flatMap(({ path }) =>
      path.split(' ').map((_, index, words) => words.slice(0, index + 1).join(' ')),
    ),
  ),
]

/** Text between single quotes, for every shell here. */
export const quoted = (text: string, quote = `'\\''`): string => `'${text.replaceAll("'", quote)}'`
