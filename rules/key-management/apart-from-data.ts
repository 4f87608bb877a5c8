import { defineRule, guidance, judgeApart, keysOfEphi, placesOf } from '#rule'

export const apartFromData = defineRule({
  id: 'key-management/apart-from-data',
  title: 'Keys do not lie with the data that they encrypt',
  ground: guidance('HHS guidance on unsecured PHI, 74 FR 19006', '164.312(a)(2)(iv)'),
  severity: 'medium',
  subjects: keysOfEphi,
  check: (key) => judgeApart({ manager: key.at('manager'), storedWith: key.at('storedWith') }, placesOf(key)),
  says: 'it lies with the data that it encrypts',
  why: `
    Whoever takes the disk or breaks into the host takes the key along. The guidance of HHS asks to keep what decrypts
    apart from the data; a key beside it puts the breach safe harbor at risk.`,
  fix: `
    Keep the key in a key management service, an HSM or a TPM, or on another system, and write \`manager\` and
    \`storedWith\` at the key.`,
  references: ['HHS guidance on unsecured PHI, 74 FR 19006', 'NIST SP 800-57 Part 1 Rev. 5'],
  examples: { fails: 'manager: file, storedWith: patients', passes: 'manager: aws-kms' },
})
