import type { Loss, Secured } from './loss.js'
import type { RestoringCopy } from './loss-restore.js'
import { jsonText, markdownText, visible } from './reporters/escape.js'
import { painter, type Tone, wrapped } from './reporters/terminal.js'
import { counted } from './reporters/words.js'

/** How the account of a loss is printed. */
export const LOSS_FORMATS = ['pretty', 'markdown', 'json'] as const
export type LossFormat = (typeof LOSS_FORMATS)[number]

interface Section {
  readonly heading: string
  readonly tone?: Tone
  readonly lines: readonly string[]
}

const SECURED: Readonly<Record<Secured, { readonly words: string; readonly tone: Tone }>> = {
  secured: { words: 'secured: the breach safe harbor of 164.402 holds', tone: 'good' },
  'at-risk': { words: 'encrypted, and the breach safe harbor of 164.402 is at risk', tone: 'medium' },
  unsecured: { words: 'unsecured: there is no breach safe harbor (164.402)', tone: 'critical' },
  unproven: {
    words: 'not proven to be secured: it counts as unsecured until it is shown (164.414(b))',
    tone: 'high',
  },
}

/** What the loss of an asset means, as text. */
export const lossText = (
  loss: Loss,
  format: LossFormat,
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string => {
  if (format === 'json') return `${jsonText(loss)}\n`
  return format === 'markdown' ? markdownLoss(loss) : prettyLoss(loss, color, columns)
}

const sections = (loss: Loss): readonly Section[] => [
  { heading: 'Whose ePHI', lines: whose(loss) },
  loss.reach === undefined
    ? { heading: 'If it is stolen', lines: ['It holds no ePHI, so far as anything is stated.'] }
    : {
        heading: `If it is stolen: ${SECURED[loss.stolen.secured].words}`,
        tone: SECURED[loss.stolen.secured].tone,
        lines: loss.stolen.because,
      },
  { heading: 'If it is held for ransom', lines: ransom(loss) },
  { heading: 'What falls with it', lines: reachOf(loss) },
  ...(loss.notices.length === 0
    ? []
    : [
        {
          heading: 'Who must be told',
          lines: loss.notices.map(({ words, citation }) =>
            citation === undefined ? words : `${words} (${citation})`,
          ),
        },
      ]),
]

const whose = ({ reach, holds, individuals, count }: Loss): readonly string[] => {
  if (reach === undefined) return ['It is not said to hold ePHI, and no flow brings any.']
  return [
    `ePHI is there: ${reach}`,
    holds.length === 0 ? 'which data is not stated (holds)' : `it holds ${holds.join(', ')}`,
    individuals === undefined
      ? 'of how many people is not stated (data[].individuals, system.individuals)'
      : `of up to ${counted(individuals, 'person', 'people')}`,
    ...(count > 1 ? [`there are ${count} of them; one of them holds some of it`] : []),
  ]
}

const ransom = ({ copies, restoreTests, rpo, rto }: Loss): readonly string[] => {
  const tests =
    restoreTests.length === 0
      ? ['no restore of it has been tested, so far as is stated']
      : restoreTests.map((test) => `restore test: ${test}`)
  return [
    ...(copies.length === 0
      ? ['No copy of it is stated: so far as is known, what is on it is lost.']
      : copies.map(copyWords)),
    ...tests,
    `own objectives: at most ${rpo ?? '(not stated)'} of data, back within ${rto ?? '(not stated)'}`,
  ]
}

const SURVIVES = { yes: 'survives', no: 'may go with it', unproven: 'not proven to survive' } as const

const copyWords = ({ id, to, age, survives, words }: RestoringCopy): string =>
  `${id}${to === undefined ? '' : ` in ${to}`}: ${age === undefined ? 'its age is not stated' : `at most ${age} old`}; ${SURVIVES[survives]} (${words})`

const reachOf = ({ administers, administeredBy }: Loss): readonly string[] => [
  administers.length === 0
    ? 'It controls nothing, so far as is stated.'
    : `Whoever has it can get at ${administers.join(', ')}.`,
  administeredBy.length === 0
    ? 'What controls it is not stated (administers, runsOn).'
    : `It falls with ${administeredBy.join(', ')}.`,
]

const prettyLoss = (loss: Loss, color: boolean, columns: number): string => {
  const paint = painter(color)
  const lines = [paint('strong', visible(titleOf(loss))), '']
  for (const { heading, tone, lines: its } of sections(loss)) {
    for (const text of wrapped(heading, columns)) lines.push(paint(tone ?? 'strong', text))
    for (const text of its) lines.push(...wrapped(text, columns, '  - ', '    '))
    lines.push('')
  }
  return `${lines.join('\n')}\n${paint('quiet', END)}\n`
}

const titleOf = ({ asset, name, kind, count }: Loss): string =>
  `The loss of ${name}${name === asset ? '' : ` (${asset})`}, ${kind}${count > 1 ? `, ${count} of them` : ''}`

const END = 'On what was described; no legal advice.'

const markdownLoss = (loss: Loss): string => {
  const parts = sections(loss).map(
    ({ heading, lines }) =>
      `## ${markdownText(heading)}\n\n${lines.map((text) => `- ${markdownText(text)}`).join('\n')}`,
  )
  return `# ${markdownText(titleOf(loss))}\n\n${parts.join('\n\n')}\n\n${END}\n`
}
