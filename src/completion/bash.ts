import { allPaths, type FlagWords, nextWords, type Vocabulary } from './vocabulary.js'

/** A script for bash 3.2 or later. Where it knows nothing, bash offers files. */
export const bashScript = (vocabulary: Vocabulary): string => {
  const { program, commands } = vocabulary
  const name = `_${program}`
  const paths = allPaths(vocabulary)
  const words = (path: string): string => {
    const command = commands.find((one) => one.path === path)
    const next = [...nextWords(vocabulary, path).map(({ word }) => word), ...(command?.values ?? [])]
    const flags =
      command?.flags.flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])]) ?? []
    return `    '${path}') words='${next.join(' ')}' flags='${flags.join(' ')}' ;;`
  }
  const values = commands.flatMap(({ path, flags }) =>
    flags
      .filter(({ takes }) => takes !== 'nothing')
      .map((flag) => `    ${patterns(path, flag)}) values='${flag.values.join(' ')}' ;;`),
  )
  return `# Completion of ${program} for bash, made by \`${program} completion bash\`.
${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} flag=\${COMP_WORDS[COMP_CWORD-1]} path='' words='' flags='' values='' word i
  # bash takes the sign of equality for a word.
  if [ "$cur" = = ]; then cur=''; elif [ "$flag" = = ]; then flag=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "\${path:+$path }$word" in
    ${paths.map((path) => `'${path}'`).join(' | ')}) path="\${path:+$path }$word" ;;
    *) case $word in -*) ;; *) break ;; esac ;;
    esac
  done
  case "$path" in
${['', ...paths].map(words).join('\n')}
  esac
  COMPREPLY=()
  case "$path $flag" in
${values.join('\n')}
    *)
      case $cur in -*) values=$flags ;; *) values=$words ;; esac ;;
  esac
  COMPREPLY=($(compgen -W "$values" -- "$cur"))
}
complete -o bashdefault -o default -F ${name} ${program}
`
}

const patterns = (path: string, { long, short }: FlagWords): string =>
  [long, ...(short === undefined ? [] : [short])].map((flag) => `'${path} ${flag}'`).join(' | ')
