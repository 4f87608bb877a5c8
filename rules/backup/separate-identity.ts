import { backupCopies, defineRule, expectTrue, fail, guidance, listed } from '#rule'

export const separateIdentity = defineRule({
  id: 'backup/separate-identity',
  title: 'The identities of production cannot destroy the backups',
  ground: guidance('HHS Ransomware and HIPAA fact sheet, 2016', '164.308(a)(7)(i)'),
  severity: 'medium',
  subjects: backupCopies.where('that a network reaches', ({ value }) => value.offline !== true),
  check: (copy) => {
    const accessible = copy.at('accessibleTo')
    const production = copy.source.flatMap((asset) => asset.access('authorised').value ?? [])
    const both = (accessible.value ?? []).filter(
      (group) => group === 'everyone' || production.includes(group),
    )
    if (both.length > 0) return fail(accessible, { found: `${listed(both)} can reach both` })
    return expectTrue(copy.at('isolatedCredentials'))
  },
  says: 'the credentials of production reach it',
  why: 'One stolen administrator then deletes the system and its backups in the same hour.',
  fix: 'Keep backups under another directory, account or role, and state `isolatedCredentials: true` and `accessibleTo`.',
  references: ['HHS Ransomware and HIPAA fact sheet, 2016'],
  examples: { fails: 'isolatedCredentials: false', passes: 'isolatedCredentials: true' },
})
