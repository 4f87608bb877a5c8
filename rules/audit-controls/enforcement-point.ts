import { defineRule, expectTrue, guidance, policyEnforcers, recordsActivity } from '#rule'

export const enforcementPoint = defineRule({
  id: 'audit-controls/enforcement-point',
  title: 'What enforces the zone policy records what it lets through and refuses',
  ground: guidance('NIST SP 800-207', '164.312(b)'),
  severity: 'medium',
  subjects: policyEnforcers,
  check: (asset) => expectTrue(recordsActivity(asset)),
  says: 'it enforces the zone policy, and records nothing',
  why: `
    Refused connections show a scan before it finds a way, and allowed ones show where records went.
    The law counts attempts as incidents too (164.304), and nobody can report one that was not recorded.`,
  fix: `
    Record allowed and refused connections, and send them where the other records go.
    State \`audit: { enabled: true, destination }\` of it.`,
  references: ['NIST SP 800-207', 'NIST SP 800-92', '45 CFR 164.304'],
  examples: { fails: 'audit: false', passes: 'audit: true' },
})
