import { all, defineRule, expectAtLeast, keptFor, logStoreOf, state, trailsOfNewYorkHospitals } from '#rule'

/** The period is the regulation’s own, and so no parameter. */
const SIX_YEARS = 'P6Y'

export const nyHospitalTrails = defineRule({
  id: 'neighbouring-law/ny-hospital-trails',
  title: 'Hospitals in New York keep the records of audit trails for six years',
  ground: state('10 NYCRR 405.46(g)(2)'),
  severity: 'low',
  subjects: trailsOfNewYorkHospitals,
  check: (asset) => {
    const kept = expectAtLeast(keptFor(asset), SIX_YEARS)
    const store = logStoreOf(asset)
    const keeps = store?.at('keeps')
    if (keeps?.value === undefined) return kept
    return all(
      kept,
      expectAtLeast(keeps, SIX_YEARS, {
        says: 'its audit trail goes to a store that keeps it less than the six years that New York asks of hospitals',
        found: `${store?.id} keeps it ${keeps.value}`,
      }),
    )
  },
  says: 'its audit trail is kept less than the six years that New York asks of hospitals',
  why: `
    The regulation has records of the systems for audit trails kept for six years. Whether it means every log, or the
    records about these systems, is disputed; HIPAA itself sets no period for logs.`,
  fix: 'Ask counsel what has to be kept, keep it for six years, and state `audit: { retention }`, and `keeps` of the store that they go to.',
  references: ['10 NYCRR 405.46(g)(2), known from quotation only'],
  examples: { fails: 'retention: 2 years', passes: 'retention: 6 years' },
})
