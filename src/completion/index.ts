import { bashScript } from './bash.js'
import { fishScript } from './fish.js'
import type { Vocabulary } from './vocabulary.js'
import { zshScript } from './zsh.js'

export { vocabularyOf } from './vocabulary.js'

/** Every shell for which there is a script. */
export const completionScripts: Readonly<Record<Shell, (vocabulary: Vocabulary) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** Shells that complete. */
export type Shell = 'bash' | 'zsh' | 'fish'
