/** A law beside HIPAA that bears on infrastructure, and the day from which it binds. */
export interface NeighbouringLaw {
  readonly citation: string
  /** ISO 3166-2; absent for federal law. */
  readonly jurisdiction?: string
  readonly inForceFrom: string
}

/** As of November 2026; a reference, to be verified with counsel. */
export const NEIGHBOURING_LAWS = {
  texasResidency: {
    citation: 'Tex. Health & Safety Code 183.002',
    jurisdiction: 'US-TX',
    inForceFrom: '2026-01-01',
  },
  floridaResidency: {
    citation: 'Fla. Stat. 408.051(3)',
    jurisdiction: 'US-FL',
    inForceFrom: '2023-07-01',
  },
  bulkData: { citation: '28 CFR Part 202', inForceFrom: '2025-04-08' },
  newYorkHospitals: { citation: '10 NYCRR 405.46', jurisdiction: 'US-NY', inForceFrom: '2025-10-02' },
} as const satisfies Record<string, NeighbouringLaw>

/** More people than this make health data bulk (28 CFR Part 202), whether or not it is de-identified or encrypted. */
export const BULK_INDIVIDUALS = 10_000

/** Countries of concern of 28 CFR Part 202; China with Hong Kong and Macau. */
const COUNTRIES_OF_CONCERN: ReadonlySet<string> = new Set(['CN', 'HK', 'MO', 'CU', 'IR', 'KP', 'RU', 'VE'])

/** Whether a country, as ISO 3166-1 codes it, is one of concern. */
export const isCountryOfConcern = (country: string): boolean => COUNTRIES_OF_CONCERN.has(country)
