import { assets, countsMissing, defineRule, judgeMissing } from '#rule'

export const missingDevice = defineRule({
  id: 'breach-readiness/missing-device',
  title: 'Every missing device is assessed as a breach',
  ground: '164.414(b)',
  related: ['164.402', '164.402(2)'],
  severity: 'high',
  subjects: assets.holdingEphi.where('of which it is stated how many are missing', countsMissing),
  check: judgeMissing,
  says: 'some are missing, and no breach was ever logged',
  why: `
    What is lost with ePHI counts as a breach until an assessment of four factors shows otherwise, and the burden of proof is
    yours. Only what was encrypted, with the key kept elsewhere, is secured and needs no notice.`,
  fix: `
    Assess each loss by 164.402(2), tell those concerned where it was a breach, keep both, and state
    \`governance: { breachLog: { document } }\`; attest \`custody.missing\` with the assessment.`,
  references: ['45 CFR 164.402', 'HHS guidance on unsecured PHI, 74 FR 19006'],
  examples: {
    fails: 'encryptionAtRest: false',
    passes: 'encryptionAtRest: { enabled: true, key: { manager: tpm } }',
  },
})
