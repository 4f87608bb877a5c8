import { defineRule, fail, listed, pass, recordingEphi, unproven, unrecordedEvents } from '#rule'

export const events = defineRule({
  id: 'audit-controls/events',
  title: 'Log-in, reading, change, export and administration are recorded',
  ground: '164.312(b)',
  severity: 'medium',
  // What records nothing at all is a matter of audit-controls/enabled.
  subjects: recordingEphi,
  check: (asset) => {
    const stated = asset.at('audit', 'events')
    const missing = unrecordedEvents(asset)
    if (missing === undefined) return unproven(stated)
    return missing.length === 0 ? pass(stated) : fail(stated, { found: `without ${listed(missing)}` })
  },
  says: 'its record of activity leaves things out that an investigation needs',
  why: `
    After an incident the question is whether a record was really acquired or viewed (164.402(2)(iii)), and whose.
    Only a record of reading and export answers it; without one, everybody has to be notified.`,
  fix: `
    Record log-ins, reading, change, deletion, export and administration where records are kept or shown.
    State what is recorded in \`audit.events\`.`,
  references: ['45 CFR 164.402(2)(iii)', '45 CFR 164.410(c)', 'NIST SP 800-92'],
  examples: {
    fails: 'events: [login, write, delete, admin]',
    passes: 'events: [login, read, write, delete, export, admin]',
  },
})
