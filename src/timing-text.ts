import { performance } from 'node:perf_hooks'
import { PHASES, type Phase, type Timing } from './timing.js'

/** What a whole process took; times in milliseconds. */
export interface Spent {
  /** Until Node.js was ready to run anything of ours. */
  readonly bootstrap: number
  /** Until our code was read and ran. */
  readonly started: number
  /** From the beginning of the process until now. */
  readonly whole: number
  /** The most memory that it ever had, in bytes. */
  readonly memory: number
}

const NAMES: Readonly<Record<Phase, string>> = {
  read: 'reading files',
  parse: 'parsing them',
  check: 'checking what they say',
  model: 'building the model',
  scope: 'following ePHI',
  judge: 'asking the rules',
  report: 'making findings and the report',
  write: 'rendering and writing',
}

/** So many rules are shown. */
const MOST_RULES = 10

/** What this process spent until now. `started` is when our code began to run, on the clock of `performance`. */
export const spentUntilNow = (started: number): Spent => ({
  bootstrap: performance.nodeTiming.bootstrapComplete,
  started,
  whole: performance.now(),
  memory: process.resourceUsage().maxRSS * 1024,
})

/** Where the time of an audit went, for people: phases, the slowest rules, and memory. */
export const timingText = (
  { phases, rules }: Timing,
  { bootstrap, started, whole, memory }: Spent,
): string => {
  const rows: (readonly [string, number])[] = [
    ['starting Node.js', bootstrap],
    ['loading the program', started - bootstrap],
    ...PHASES.flatMap((phase) => {
      const milliseconds = phases.get(phase)
      return milliseconds === undefined ? [] : ([[NAMES[phase], milliseconds]] as const)
    }),
  ]
  const known = rows.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  const slowest = [...rules].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, MOST_RULES)
  const asking = rules.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return [
    `Time: ${shown(whole)}, at most ${Math.round(memory / 1e6)} MB of memory`,
    ...[...rows, ['everything else', whole - known] as const].map((row) => line(row, whole)),
    ...(slowest.length === 0 ? [] : [`Slowest of ${rules.length} rules, as shares of the time of all rules`]),
    ...slowest.map(({ id, milliseconds }) => line([id, milliseconds], asking)),
    '',
  ].join('\n')
}

/** Columns of a name; ids of rules that are longer push their numbers to the right. */
const NAME_COLUMNS = 52

const line = ([name, milliseconds]: readonly [string, number], whole: number): string => {
  const share = whole === 0 ? 0 : Math.round((100 * milliseconds) / whole)
  return `  ${name.padEnd(NAME_COLUMNS)} ${shown(milliseconds).padStart(10)} ${`${share} %`.padStart(6)}`
}

const shown = (milliseconds: number): string =>
  milliseconds >= 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${milliseconds.toFixed(1)} ms`
