import {
  allPaths,
  type CommandWords,
  type FlagWords,
  nextWords,
  quoted,
  type Vocabulary,
} from './vocabulary.js'

/** A script for fish 3 or later. */
export const fishScript = (vocabulary: Vocabulary): string => {
  const { program, commands } = vocabulary
  const at = `__${program}_at`
  const paths = allPaths(vocabulary)
  return `# Completion of ${program} for fish, made by \`${program} completion fish\`.
# Whether the words before the cursor are those of a command, and no more of them could follow.
function ${at}
    set -l path
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; and continue
        contains -- (string join ' ' $path $word) ${paths.map((path) => fishQuoted(path)).join(' ')}; or break
        set -a path $word
    end
    test "$path" = "$argv[1]"
end
complete -c ${program} -f
${['', ...paths].flatMap((path) => nextLines(vocabulary, at, path)).join('\n')}
${commands.flatMap((command) => commandLines(program, at, command)).join('\n')}
`
}

/** Fish knows a backslash between single quotes. */
const fishQuoted = (text: string): string => quoted(text.replaceAll('\\', '\\\\'), "\\'")

const when = (at: string, path: string): string => `-n ${fishQuoted(`${at} ${fishQuoted(path)}`)}`

const nextLines = (vocabulary: Vocabulary, at: string, path: string): readonly string[] =>
  nextWords(vocabulary, path).map(
    ({ word, summary }) =>
      `complete -c ${vocabulary.program} ${when(at, path)} -a ${word} -d ${fishQuoted(summary)}`,
  )

const commandLines = (
  program: string,
  at: string,
  { path, flags, values, takesFiles }: CommandWords,
): readonly string[] => {
  const start = `complete -c ${program} ${when(at, path)}`
  return [
    ...(takesFiles ? [`${start} -F`] : []),
    ...(values.length > 0 ? [`${start} -a ${fishQuoted(values.join(' '))}`] : []),
    ...flags.map((flag) => `${start} ${flagOptions(flag)}`),
  ]
}

const flagOptions = ({ long, short, summary, takes, values }: FlagWords): string =>
  [
    `-l ${long.slice(2)}`,
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    `-d ${fishQuoted(summary)}`,
    ...{ nothing: [], word: ['-x', '-a', fishQuoted(values.join(' '))], file: ['-r', '-F'], text: ['-x'] }[
      takes
    ],
  ].join(' ')
