import { any, backupPlans, decide, defineRule, expectTrue, guidance } from '#rule'

export const offlineOrImmutable = defineRule({
  id: 'backup/offline-or-immutable',
  title: 'One copy is offline or cannot be deleted',
  ground: guidance('NIST SP 800-66 Rev. 2 and HHS ransomware guidance', '164.308(a)(7)(i)'),
  severity: 'medium',
  subjects: backupPlans.where('with copies', ({ copies }) => copies.length > 0),
  check: ({ copies }) =>
    any(
      ...copies.flatMap((copy) => [
        expectTrue(copy.at('offline')),
        decide(copy.at('immutable'), (lock) => lock !== 'none'),
      ]),
    ),
  says: 'all its copies can be reached and deleted',
  why: 'Whoever encrypts the originals for ransom deletes the backups first.',
  fix: 'Keep one copy offline, or locked against deletion, and state `offline: true` or `immutable: compliance`.',
  references: ['HHS Ransomware and HIPAA fact sheet, 2016'],
  examples: { fails: 'offline: false, immutable: none', passes: 'immutable: compliance' },
})
