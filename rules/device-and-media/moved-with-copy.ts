import { defineRule, fail, hardwareMoves, pass, unproven } from '#rule'

export const movedWithCopy = defineRule({
  id: 'device-and-media/moved-with-copy',
  title: 'Before equipment with ePHI is moved, a copy is made and tried',
  ground: '164.310(d)(2)(iv)',
  related: ['164.308(a)(7)(ii)(A)'],
  severity: 'low',
  subjects: hardwareMoves,
  check: (move) => {
    const [copied, date] = [move.at('copyVerifiedOn'), move.at('date')]
    if (copied.value === 'never') return fail(copied)
    if (copied.value === undefined) return unproven(copied)
    if (date.value === undefined) return unproven(date)
    return copied.value <= date.value
      ? pass(copied, date)
      : fail(copied, {
          says: 'a copy was tried only after it was moved',
          found: `moved on ${date.value}, copy verified on ${copied.value}`,
        })
  },
  says: 'it was moved without a copy of what is on it',
  why: `
    Disks that ran for years do not start again after a fall or a cold night in a van.
    A retrievable, exact copy before the move is what the specification asks for, when one is needed.`,
  fix: 'Copy and restore what is on it before it leaves, and state `copyVerifiedOn` of the entry in `moves`.',
  references: ['NIST SP 800-66 Rev. 2'],
  examples: {
    fails: 'date: 2026-10-10, copyVerifiedOn: never',
    passes: 'date: 2026-10-10, copyVerifiedOn: 2026-10-09',
  },
})
