import type { NotProven, Observation, Seen } from '../evidence.js'

/** What an observation has but for its time and for what was seen. */
export type Undated = Omit<NotProven, 'state' | 'reason' | 'observedAt'>

/** What was seen at a time; where nobody knows when, nobody can say whether it still holds. */
export const dated = (base: Undated, observedAt: string | undefined, facts: Seen['facts']): Observation =>
  observedAt === undefined
    ? notSeen(base, undefined, 'the result does not say when it was made')
    : { ...base, observedAt, state: 'observed', facts }

/** What could not be seen, and why. */
export const notSeen = (base: Undated, observedAt: string | undefined, reason: string): NotProven => ({
  ...base,
  observedAt: observedAt ?? '1970-01-01T00:00:00Z',
  state: 'not-proven',
  reason,
})
