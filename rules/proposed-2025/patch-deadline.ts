import { defineRule, duration, expectAtMost, OF_PROPOSAL, patchedByUs, proposed } from '#rule'

export const patchDeadline = defineRule({
  id: 'proposed-2025/patch-deadline',
  title: 'Critical patches would come within 15 days, high ones within 30',
  ground: proposed('patch-management'),
  severity: 'medium',
  subjects: patchedByUs.where(
    'and that are patched, or of whose patches something is said',
    ({ traits, entry }) => traits.patchable || entry.value.patching !== undefined,
  ),
  parameters: {
    critical: duration('P15D', 'The longest time until a critical patch is installed.', OF_PROPOSAL),
    high: duration('P30D', 'The longest time until a patch of high severity is installed.', OF_PROPOSAL),
  },
  check: (asset, { critical, high }) => {
    const every = asset.at('patching', 'every')
    const late = expectAtMost(every, high, {
      says: 'the proposal would have critical patches within {critical} and high ones within {high}',
    })
    return late.is === 'fail' ? late : expectAtMost(every, critical)
  },
  says: 'the proposal would have critical patches within {critical}',
  why: `
    Today the law names no time. Vulnerabilities that are critical are used within days of becoming known, and a
    round once a month comes after that.`,
  fix: 'Patch more often, or let critical patches come between the rounds, and state `patching: { every, last }`.',
  references: ['90 FR 898'],
  examples: { fails: 'patching: { every: 16 days }', passes: 'patching: { every: 15 days }' },
})
