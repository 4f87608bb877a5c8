import { any, defineRule, expectOneOf, expectTrue, originalsAndBackups } from '#rule'

export const mechanism = defineRule({
  id: 'integrity/mechanism',
  title: 'It can be shown that ePHI was not altered or destroyed',
  ground: '164.312(c)(2)',
  related: ['164.312(c)(1)'],
  severity: ({ kind }) => (kind === 'plan' ? 'low' : 'medium'),
  subjects: originalsAndBackups,
  check: (subject) =>
    subject.kind === 'plan'
      ? expectOneOf(subject.at('verified'), ['checksum', 'automated-restore'], {
          says: 'nothing verifies that its copies are what was copied',
        })
      : any(
          expectTrue(subject.at('integrity', 'checksums'), {
            found: 'integrity.checksums, signatures and writeOnce are false',
          }),
          expectTrue(subject.at('integrity', 'signatures')),
          expectTrue(subject.at('integrity', 'writeOnce')),
        ),
  says: 'nothing would show that its records were altered',
  why: `
    A changed dose or a record that lost a page harms the patient whom it is about.
    Disks and people err without telling, and only a mechanism that compares can say that a record is as it was written.`,
  fix: `
    Verify checksums or signatures, or store what is final so that it cannot be written over, and state \`integrity\`.
    Of a backup plan state \`verified\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.3.3'],
  examples: {
    fails: 'integrity: { checksums: false, signatures: false, writeOnce: false }',
    passes: 'integrity: { checksums: true }',
  },
})
