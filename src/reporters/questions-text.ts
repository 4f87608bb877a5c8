import type { Question } from '../engine/report.js'
import { wrapped } from './terminal.js'

/**
 * Questions as one YAML document: what is asked stands in comments, what is to be filled in is left empty. What
 * several questions ask in one place stands there together, so that no key stands twice.
 */
export const questionsText = (questions: readonly Question[]): string => {
  if (questions.length === 0) return '# Nothing is left to ask: every fact that the rules need is stated.\n'
  const roots: Line[] = []
  for (const [index, question] of questions.entries()) addBlock(roots, question, index)
  return `${roots.map((root) => printed(root).join('\n')).join('\n\n')}\n`
}

/** A line of YAML, and what stands below it, further in. */
interface Line {
  /** Without its hint. */
  readonly key: string
  readonly text: string
  readonly asks: string[]
  readonly below: Line[]
}

const addBlock = (roots: Line[], question: Question, index: number): void => {
  const stack: { readonly depth: number; readonly below: Line[] }[] = [{ depth: -1, below: roots }]
  let asks: string[] = commentOf(question, index)
  for (const text of question.yaml.split('\n')) {
    const depth = text.length - text.trimStart().length
    while ((stack.at(-1)?.depth ?? -1) >= depth) stack.pop()
    const siblings = stack.at(-1)?.below ?? roots
    const key = keyOf(text)
    let line = siblings.find((one) => one.key === key)
    if (!line) {
      line = { key, text, asks, below: [] }
      siblings.push(line)
      asks = []
    }
    stack.push({ depth, below: line.below })
  }
}

/** What follows an entry that has no name is all that tells it from others. */
const keyOf = (text: string): string => (/^ *- (?:#|from:)/.test(text) ? text : text.replace(/ # .*$/, ''))

const commentOf = ({ asks, settles, rules }: Question, index: number): string[] => [
  ...wrapped(`${index + 1}. ${asks} Settles ${settles} ${settles === 1 ? 'answer' : 'answers'}.`, 80, '# '),
  ...wrapped(`Asked by ${rules.join(', ')}.`, 80, '#    '),
]

/** The hint of a mapping that is filled in further down would be wrong. */
const printed = ({ key, text, asks, below }: Line): string[] => {
  const pad = ' '.repeat(text.length - text.trimStart().length)
  const isEntry = text.trimStart().startsWith('- ')
  return [
    ...asks.map((line) => `${pad}${line}`),
    below.length > 0 && !isEntry ? key : text,
    ...below.flatMap(printed),
  ]
}
