import type { Question } from './engine/report.js'
import { wrapped } from './reporters/terminal.js'

/** Questions as YAML: what is asked stands in comments, what is to be filled in is left empty. */
export const questionsText = (questions: readonly Question[]): string => {
  if (questions.length === 0) return '# Nothing is left to ask: every fact that the rules need is stated.\n'
  const blocks = questions.map(({ asks, settles, rules, yaml }, index) =>
    [
      ...wrapped(
        `${index + 1}. ${asks} Settles ${settles} ${settles === 1 ? 'answer' : 'answers'}.`,
        80,
        '# ',
      ),
      ...wrapped(`Asked by ${rules.join(', ')}.`, 80, '#    '),
      yaml,
    ].join('\n'),
  )
  return `${blocks.join('\n\n')}\n`
}
