import {
  allPaths,
  type CommandWords,
  type FlagWords,
  nextWords,
  quoted,
  type Vocabulary,
} from './vocabulary.js'

/** A script for zsh, to be sourced, or to lie in a folder of \`fpath\` as \`_hipaacheck\`. */
export const zshScript = (vocabulary: Vocabulary): string => {
  const { program } = vocabulary
  return `#compdef ${program}
# Completion of ${program} for zsh, made by \`${program} completion zsh\`.
${['', ...allPaths(vocabulary)].map((path) => shellFunction(vocabulary, path)).join('\n')}
if [ "$funcstack[1]" = _${program} ]; then _${program} "$@"; else compdef _${program} ${program}; fi
`
}

const functionName = ({ program }: Vocabulary, path: string): string =>
  ['', program, ...path.split(' ').filter((word) => word !== '')].join('_')

/** One function for each command. Where words of commands may follow, it hands over to theirs. */
const shellFunction = (vocabulary: Vocabulary, path: string): string => {
  const command = vocabulary.commands.find((one) => one.path === path)
  const next = nextWords(vocabulary, path)
  const specs = [...(command?.flags.map(flagSpec) ?? []), ...argumentSpecs(command, next)]
  const handOver = next.map(
    ({ word }) =>
      `    ${word}) shift words; (( CURRENT-- )); ${functionName(vocabulary, `${path} ${word}`.trim())}; return ;;`,
  )
  return `${functionName(vocabulary, path)}() {
${next.length === 0 ? '' : `  (( CURRENT > 2 )) && case $words[2] in\n${handOver.join('\n')}\n  esac\n`}  _arguments -s -S ${specs.map((spec) => `\\\n    ${spec}`).join(' ')}
}`
}

const argumentSpecs = (
  command: CommandWords | undefined,
  next: ReturnType<typeof nextWords>,
): readonly string[] => {
  if (next.length > 0) {
    const list = next.map(({ word, summary }) => `${word}\\:"${summary.replace(/["\\`$]/g, '')}"`).join(' ')
    return [quoted(`1:command:((${list}))`)]
  }
  if (command?.takesFiles) return ["'*:file:_files'"]
  return command === undefined || command.values.length === 0
    ? []
    : [quoted(`*:value:(${command.values.join(' ')})`)]
}

const flagSpec = ({ long, short, summary, takes, values, repeats }: FlagWords): string => {
  const words = `[${summary.replace(/[[\]\\:]/g, '\\$&')}]`
  const value = { nothing: '', word: `:value:(${values.join(' ')})`, file: ':file:_files', text: ':value: ' }[
    takes
  ]
  const sign = takes === 'nothing' ? '' : '='
  if (short === undefined) return quoted(`${repeats ? '*' : ''}${long}${sign}${words}${value}`)
  const others = repeats ? "'*'" : quoted(`(${short} ${long})`)
  return `${others}{${short}${sign === '' ? '' : '+'},${long}${sign}}${quoted(`${words}${value}`)}`
}
