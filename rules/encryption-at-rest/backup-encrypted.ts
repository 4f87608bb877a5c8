import { any, backupCopies, defineRule, expectTrue } from '#rule'

export const backupEncrypted = defineRule({
  id: 'encryption-at-rest/backup-encrypted',
  title: 'Backup copies of ePHI are encrypted',
  ground: '164.312(a)(2)(iv)',
  severity: 'high',
  subjects: backupCopies.unlessVendor('encryptionAtRest', ({ store }) => store),
  // The place where a copy lies may encrypt whatever is put there.
  check: (copy) => {
    const own = expectTrue(copy.at('encrypted'))
    return copy.store === undefined ? own : any(own, expectTrue(copy.store.encrypted))
  },
  says: 'the copy is not encrypted, nor is the place where it lies',
  why: `
    A copy holds all that the original holds, and is looked after less. A lost tape or an open bucket of backups is a
    breach of the whole store.`,
  fix: `
    Encrypt the copies, with a key that is not kept with them, and write \`encrypted: true\` and \`key\` at the copy of
    the plan.`,
  references: ['NIST SP 800-111'],
  examples: { fails: 'encrypted: false', passes: 'encrypted: true' },
})
