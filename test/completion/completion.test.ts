import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completionScripts, type Shell, vocabularyOf } from '../../src/completion/index.js'
import { nextWords } from '../../src/completion/vocabulary.js'
import { hipaacheck, inFolder } from '../e2e/run.js'

const isInstalled = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0

/** What bash offers for the words of a line, the last of which is being written. */
const BASH = `
source ./script
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_hipaacheck
printf '%s\\n' "\${COMPREPLY[@]}"`

const inBash = (line: string, folder: string): readonly string[] => {
  // Readline takes the sign of equality for a word of its own.
  const words = line.split(' ').flatMap((word) => word.split(/(=)/))
  const { stdout, stderr } = spawnSync('bash', ['-c', BASH, 'bash', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((text) => text !== '')
}

const inFish = (line: string, folder: string): readonly string[] => {
  const { stdout, stderr } = spawnSync(
    'fish',
    ['--no-config', '-c', 'source script; complete -C $argv[1]', line],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    },
  )
  expect(stderr).toBe('')
  return stdout.split('\n').flatMap((text) => (text === '' ? [] : [text.split('\t')[0] ?? '']))
}

/** zsh completes only while somebody types: a terminal of its own, in which the list is asked for. */
const ZSH = `
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal 'PS1="AT "REST; stty columns 1000 -echo; autoload -Uz compinit; compinit -u -D; source ./script'
zpty -w terminal 'zstyle ":completion:*" verbose no; zstyle ":completion:*" list-separator ""; LISTMAX=-1'
zpty -r -m terminal text '*AT REST*'
zpty -w -n terminal "$1"$'\\t\\x04\\x15print THE\\ END\\n'
zpty -r -m terminal text '*THE END*'
print -r -- $text
zpty -d terminal`

const inZsh = (line: string, folder: string): readonly string[] => {
  const { stdout } = spawnSync('zsh', ['-f', '-c', ZSH, 'zsh', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, TERM: 'dumb' },
    timeout: 20_000,
  })
  return stdout.split(/[^!-~]+/)
}

const SHELLS: readonly (readonly [shell: Shell, offers: typeof inBash])[] = [
  ['bash', inBash],
  ['fish', inFish],
  ['zsh', inZsh],
]

describe.each(SHELLS)('in %s', (shell, offers) => {
  if (!isInstalled(shell)) return it.skip(`${shell} is not installed`)
  const script = hipaacheck(['completion', shell])

  it.each<[line: string, among: readonly string[], not: readonly string[]]>([
    ['hipaacheck hist', ['history'], ['audit']],
    ['hipaacheck history v', ['verify'], ['show']],
    ['hipaacheck history verify --exp', ['--expect'], ['--format']],
    ['hipaacheck audit --form', ['--format'], ['--fail-on']],
    ['hipaacheck audit --format sar', ['sarif'], ['junit']],
    ['hipaacheck audit --fail-on=crit', ['critical'], ['high']],
    ['hipaacheck audit infra.yaml --no-str', ['--no-strict'], ['--strict']],
    ['hipaacheck explain backup/store-', ['backup/store-covered'], ['backup/tested']],
    ['hipaacheck completion z', ['zsh'], ['bash']],
    ['hipaacheck rules --he', ['--help'], []],
  ])('%s', (line, among, not) => {
    expect(script.status).toBe(0)
    inFolder({ script: script.stdout }, (folder) => {
      const offered = offers(line, folder).map((word) => word.replace(/^--fail-on=/, '').replace(/=$/, ''))
      const all = offered.flatMap((word) => [word, word.split(' ').at(-1), ...word.split(/\s/)])
      for (const word of among)
        expect(
          all.some((one) => one?.endsWith(word)),
          `${word} in ${offered}`,
        ).toBe(true)
      for (const word of not) expect(all, `${word} in ${offered}`).not.toContain(word)
    })
  })

  it('offers files', () => {
    inFolder({ script: script.stdout, 'infra.yaml': '' }, (folder) => {
      // bash itself offers files where the script offers nothing.
      const offered = offers('hipaacheck audit inf', folder)
      if (shell === 'bash') expect(offered).toEqual([])
      else
        expect(
          offered.some((word) => word.endsWith('infra.yaml')),
          String(offered),
        ).toBe(true)
    })
  })
})

describe('scripts', () => {
  const hostile = `a 'quote', "two", a \\ and $(touch made) \`touch made\` [x]:y`
  const vocabulary = vocabularyOf(
    'hipaacheck',
    [
      {
        id: 'deep:down',
        summary: hostile,
        flags: { name: { type: 'option', char: 'n', summary: hostile, helpValue: 'FILE' } },
        args: {},
      },
      { id: 'hidden', hidden: true, flags: {}, args: {} },
    ],
    [],
  )

  it('know topics that are no commands, and nothing that is hidden', () => {
    expect(nextWords(vocabulary, '')).toEqual([{ word: 'deep', summary: '' }])
    expect(nextWords(vocabulary, 'deep')).toEqual([{ word: 'down', summary: hostile }])
  })

  it.each(SHELLS)('run nothing that a summary says: %s', (shell) => {
    if (!isInstalled(shell)) return
    inFolder({}, (folder) => {
      writeFileSync(join(folder, 'script'), completionScripts[shell](vocabulary))
      const ran = spawnSync(
        shell,
        ['-c', shell === 'zsh' ? 'compdef() {}; source ./script' : 'source ./script'],
        { cwd: folder, encoding: 'utf8' },
      )
      expect(ran.stderr).toBe('')
      expect(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout).toBe('script\n')
    })
  })
})
