import { all, defineRule, duration, expectAtLeast, keptFor, logStoreOf, practice, recordingEphi } from '#rule'

export const retention = defineRule({
  id: 'audit-controls/retention',
  title: 'Records of activity are kept long enough to answer questions about the past',
  ground: practice('164.312(b)'),
  severity: 'medium',
  subjects: recordingEphi,
  parameters: {
    least: duration('P1Y', 'How long records of activity are kept at the least.', { stricter: 'higher' }),
    advised: duration('P6Y', 'How long they are kept to answer for all that documentation is kept for.', {
      stricter: 'higher',
    }),
  },
  check: (asset, { least, advised }) => {
    const promised = asset.at('audit', 'retention')
    const store = logStoreOf(asset)
    const keeps = store?.at('keeps')
    const kept = keptFor(asset)
    const own = all(
      expectAtLeast(kept, least),
      expectAtLeast(kept, advised, {
        severity: 'low',
        says: 'its records of activity are kept less long than {advised}',
      }),
    )
    if (promised.value === undefined || keeps?.value === undefined) return own
    return all(
      expectAtLeast(keeps, promised.value, {
        says: 'its records go to a store that keeps them less long than it promises',
        found: `${store?.id} keeps them ${keeps.value}, and audit.retention is ${promised.value}`,
      }),
      own,
    )
  },
  says: 'its records of activity are kept less long than {least}',
  why: `
    A breach is often found after months, and a complaint comes after years: what is deleted then answers neither.
    HIPAA sets no period for a log. Six years, the period of documentation, is what others are held to.`,
  fix: `
    Keep the records {advised}, most of it in cheap storage, and state \`audit.retention\`.
    State \`keeps\` of the log store, no shorter than what its sources promise.`,
  references: ['NIST SP 800-92', '45 CFR 164.316(b)(2)(i)'],
  examples: { fails: 'retention: 90 days', passes: 'retention: 6 years' },
})
