import { defineRule, expectTrue, recordersOfEphi, recordsActivity } from '#rule'

export const enabled = defineRule({
  id: 'audit-controls/enabled',
  title: 'Systems with ePHI record what is done in them',
  ground: '164.312(b)',
  severity: 'high',
  subjects: recordersOfEphi,
  check: (asset) => {
    const recorded = recordsActivity(asset)
    const byEvents = recorded.path === asset.at('audit', 'events').path
    return expectTrue(recorded, byEvents ? { found: 'audit.events is none' } : {})
  },
  says: 'it records no activity',
  why: `
    Without a record nobody can tell what an intruder took, or which colleague read the chart of a neighbour.
    The law asks for it of every system with ePHI, and knows no alternative.`,
  fix: `
    Turn the audit trail on, or record at a proxy in front of what cannot record itself.
    State \`audit: { enabled: true, events, destination }\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.3.2', 'NIST SP 800-92'],
  examples: { fails: 'audit: false', passes: 'audit: true' },
})
