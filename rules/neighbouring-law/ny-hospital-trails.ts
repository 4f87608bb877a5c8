import { defineRule, expectAtLeast, state, trailsOfNewYorkHospitals } from '#rule'

export const nyHospitalTrails = defineRule({
  id: 'neighbouring-law/ny-hospital-trails',
  title: 'Hospitals in New York keep the records of audit trails for six years',
  ground: state('10 NYCRR 405.46(g)(2)'),
  severity: 'low',
  subjects: trailsOfNewYorkHospitals,
  check: (asset) => expectAtLeast(asset.at('audit', 'retention'), 'P6Y'),
  says: 'its audit trail is kept less than the six years that New York asks of hospitals',
  why: `
    The regulation has records of the systems for audit trails kept for six years. Whether it means every log, or the
    records about these systems, is disputed; HIPAA itself sets no period for logs.`,
  fix: 'Ask counsel what has to be kept, keep it for six years, and state `audit: { retention }`.',
  references: ['10 NYCRR 405.46(g)(2), known from quotation only'],
  examples: { fails: 'retention: 2 years', passes: 'retention: 6 years' },
})
