import type { Word } from './workload.js'

/** More words than this has no command line. */
const MOST = 2000

/** The single words of a command line: one that is a script for a shell is taken apart. Quotes go. */
export const wordsOf = (given: readonly Word[]): readonly Word[] => {
  const words: Word[] = []
  for (const { text, source } of given) {
    for (const word of text.slice(0, LONGEST).split(/[\s;|&()]+/)) {
      const plain = word.replace(/^["']+|["']+$/g, '')
      if (plain !== '') words.push({ text: plain, source })
      if (words.length >= MOST) return words
    }
  }
  return words
}

const LONGEST = 64 * 1024
