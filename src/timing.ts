/** A part of an audit that is timed, in the order in which they come. */
export const PHASES = ['read', 'parse', 'check', 'model', 'scope', 'judge', 'report', 'write'] as const
export type Phase = (typeof PHASES)[number]

/** What a rule cost. */
export interface RuleTime {
  readonly id: string
  readonly milliseconds: number
}

/** Where the time of an audit went, in milliseconds. */
export interface Timing {
  /** Each phase without those that ran within it. */
  readonly phases: ReadonlyMap<Phase, number>
  readonly rules: readonly RuleTime[]
}

interface Clock {
  readonly phases: Map<Phase, number>
  readonly running: { phase: Phase; since: number }[]
  readonly rules: RuleTime[]
}

// One audit runs in a process at a time; without a clock nothing is measured.
let clock: Clock | undefined

/** Measures from now on, until `endTiming`. */
export const startTiming = (): void => {
  clock = { phases: new Map(), running: [], rules: [] }
}

/** What was measured since `startTiming`; nothing is measured any more. */
export const endTiming = (): Timing => {
  const { phases, rules } = clock ?? { phases: new Map<Phase, number>(), rules: [] }
  clock = undefined
  return { phases, rules }
}

/** Takes a step of a phase, and measures it where somebody asked for that. A phase within another is not counted twice. */
export const timed = <T>(phase: Phase, step: () => T): T => {
  if (clock === undefined) return step()
  enter(phase)
  let result: T
  try {
    result = step()
  } catch (error) {
    leave()
    throw error
  }
  if (result instanceof Promise) return result.finally(leave) as T
  leave()
  return result
}

/** Keeps what rules cost, where somebody asked for that. */
export const timedRules = (times: () => readonly RuleTime[]): void => {
  clock?.rules.push(...times())
}

const enter = (phase: Phase): void => {
  const now = performance.now()
  const outer = clock?.running.at(-1)
  if (outer) add(outer.phase, now - outer.since)
  clock?.running.push({ phase, since: now })
}

const leave = (): void => {
  const now = performance.now()
  const ended = clock?.running.pop()
  if (ended) add(ended.phase, now - ended.since)
  const outer = clock?.running.at(-1)
  if (outer) outer.since = now
}

const add = (phase: Phase, milliseconds: number): void => {
  clock?.phases.set(phase, (clock.phases.get(phase) ?? 0) + milliseconds)
}
