import { controllersAndKeyStores, defineRule, expectTrue, practice, recordsActivity } from '#rule'

export const controlPlane = defineRule({
  id: 'audit-controls/control-plane',
  title: 'Use of keys and of tools that control systems with ePHI is recorded',
  ground: practice('164.312(b)'),
  severity: 'medium',
  subjects: controllersAndKeyStores,
  check: (asset) => expectTrue(recordsActivity(asset)),
  says: 'it controls systems with ePHI or keeps keys, and records no activity',
  why: `
    Who resets a password, decrypts with a key or deploys a version leaves no trace in the system that it is done to.
    The record of the tool is the only one there is.`,
  fix: `
    Turn on the audit trail of the tool and send it where the other records go.
    State \`audit: { enabled: true, destination }\` of it.`,
  references: ['NIST SP 800-92', 'NIST SP 800-207'],
  examples: { fails: 'audit: false', passes: 'audit: true' },
})
