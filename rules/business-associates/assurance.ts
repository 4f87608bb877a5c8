import { defineRule, duration, judgeAssurance, practice, vendorSafeguards } from '#rule'

export const assurance = defineRule({
  id: 'business-associates/assurance',
  title: 'Safeguards that a vendor runs are attested by an assurance in date',
  ground: practice('164.308(b)(1)'),
  severity: 'medium',
  subjects: vendorSafeguards,
  parameters: {
    age: duration('P1Y', 'How long the report of a period, as SOC 2 type 2, counts after its end.'),
  },
  check: (safeguard, { age }, { today }) => judgeAssurance(safeguard, age, today),
  says: 'the vendor runs this safeguard, and no assurance in date attests it',
  why: `
    The law asks for an assurance, which the agreement gives; nobody has to inspect the vendor’s disks. A report
    by somebody independent is how one knows that the promise is kept.`,
  fix: `
    Ask the vendor for a current report (HITRUST, SOC 2 type 2, ISO 27001, FedRAMP) or a signed statement on the services
    in use, and state \`assurances: [{ kind, validUntil, services, document }]\`.`,
  references: ['45 CFR 164.308(b)(1)', 'NIST SP 800-161 Rev. 1'],
  examples: {
    fails: 'assurances: []',
    passes: 'assurances: [{ kind: hitrust-r2, validUntil: 2027-06-30 }]',
  },
})
