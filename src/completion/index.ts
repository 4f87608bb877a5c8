import { rules } from '../../rules/index.js'
import { bashScript } from './bash.js'
import { fishScript } from './fish.js'
import { type DescribedCommand, type Vocabulary, vocabularyOf } from './vocabulary.js'
import { zshScript } from './zsh.js'

/** Every shell for which there is a script. */
export const completionScripts: Readonly<Record<Shell, (vocabulary: Vocabulary) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** Shells that complete. */
export type Shell = 'bash' | 'zsh' | 'fish'

/** The script with which a shell completes the commands of a program, their flags and our rules. */
export const completionScript = (
  shell: Shell,
  program: string,
  commands: readonly DescribedCommand[],
): string =>
  completionScripts[shell](
    vocabularyOf(
      program,
      commands,
      rules.map(({ id }) => id),
    ),
  )
