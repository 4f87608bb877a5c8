import { defineRule, fail, pass, suspect, unproven } from '#rule'

export const plaintextSecret = defineRule({
  id: 'key-management/plaintext-secret',
  title: 'No secret stands in configuration',
  ground: '164.308(a)(5)(ii)(D)',
  severity: 'medium',
  subjects: suspect,
  check: ({ suspect, fact }) => {
    const { is, own, words } = suspect
    if (is === 'harmless') return pass(fact)
    return is === 'secret'
      ? fail(fact, { found: words, ...(own ? { severity: 'high' } : {}) })
      : unproven(fact, `whether it is a secret, or says something about one, is not clear: ${words}`)
  },
  says: 'a secret is written there in clear',
  why: `
    Descriptions and configuration are copied, mailed, kept in version control and shown in reports: whoever gets one gets
    in, long after the file was corrected.`,
  fix: 'Withdraw the secret at once and issue a new one, keep that in a store of secrets, and write only where it is kept.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.5'],
  examples: { fails: '{ db-password: hunter2 }', passes: '{ db-password: "vault:clinic/db" }' },
})
