/** How bad a finding is, the worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Which law and practice is judged by. `hipaa` is the law in force and what it is commonly judged by. */
export const PROFILES = ['hipaa', 'law-only', 'recommended', 'hipaa-2025-proposed', 'fips'] as const
export type Profile = (typeof PROFILES)[number]

/** Who claims a fact, the weakest first: a provider's default, a person, a signed document, configuration, a probe. */
export const RANKS = ['default', 'stated', 'attested', 'imported', 'observed'] as const
export type Rank = (typeof RANKS)[number]

/** What an audit makes of a rule and a subject. */
export const OUTCOMES = ['not-applicable', 'pass', 'alternative', 'fail', 'unproven'] as const
export type Outcome = (typeof OUTCOMES)[number]
