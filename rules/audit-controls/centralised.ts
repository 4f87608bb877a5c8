import { decide, defineRule, guidance, recordingEphi } from '#rule'

export const centralised = defineRule({
  id: 'audit-controls/centralised',
  title: 'Systems with ePHI send their records of activity to a log store',
  ground: guidance('HHS Cybersecurity Performance Goals, centralized log collection', '164.312(b)'),
  severity: 'medium',
  subjects: recordingEphi.where('and are no log stores', ({ traits }) => !traits.logs),
  check: (asset) =>
    decide(asset.at('audit', 'destination'), (store) => store !== 'none' && store !== asset.id),
  says: 'it keeps its record of activity to itself',
  why: `
    Whoever takes a system over takes its log with it, and deletes the traces.
    Records in one place can also be searched together, which is how an intruder is found at all.`,
  fix: `
    Send the record to a log store that administrators of this system do not run.
    Name that asset in \`audit.destination\`.`,
  references: ['NIST SP 800-92', 'HHS Cybersecurity Performance Goals'],
  examples: { fails: 'destination: none', passes: 'destination: logs' },
})
