import {
  all,
  criticalAssets,
  defineRule,
  duration,
  expectAtMost,
  lastRestore,
  OF_PROPOSAL,
  proposed,
} from '#rule'

export const restore72h = defineRule({
  id: 'proposed-2025/restore-72h',
  title: 'Critical systems would be back within 72 hours',
  ground: proposed('restoration'),
  severity: 'medium',
  subjects: criticalAssets,
  parameters: { limit: duration('PT72H', 'The longest time until a critical system is back.', OF_PROPOSAL) },
  check: (asset, { limit }, { today }) => {
    const [objective, took] = [asset.at('availability', 'rto'), lastRestore(asset, today)]
    const planned = expectAtMost(objective, limit)
    if (took.value === undefined) return planned
    const tried = expectAtMost(took, limit, { found: `the last restore took ${took.value}` })
    return objective.value === undefined ? tried : all(planned, tried)
  },
  says: 'the proposal would have it back within {limit}',
  why: `
    Today the law asks for a plan and names no time. Hospitals that were extorted worked on paper for weeks; the
    proposal would limit that to three days for what is critical.`,
  fix: 'Set an objective within {limit}, try whether a restore keeps it, and state `availability.rto` and `restoreTests[].achievedRto`.',
  references: ['90 FR 898'],
  examples: { fails: 'rto: 4 days', passes: 'rto: 3 days' },
})
