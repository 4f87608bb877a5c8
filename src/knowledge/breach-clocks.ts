import type { Confidence } from './state-retention.js'

/** How long a state gives to tell of a breach: a reference, to be verified with counsel. */
export interface BreachClock {
  /** ISO 3166-2. */
  readonly jurisdiction: string
  /** Whom it binds; absent for everybody. */
  readonly provider?: 'hospital'
  /** As a duration; business days are counted in calendar days. */
  readonly period: string
  /** As the law counts it. */
  readonly words: string
  readonly citation: string
  readonly confidence: Confidence
}

/** The day on which these were last looked at. */
export const BREACH_CLOCKS_AS_OF = '2026-11-23'

/**
 * States whose time is shorter than the 60 days of 164.404(b). Each runs from our own discovery of the breach, or from
 * that of an agent of ours.
 */
export const BREACH_CLOCKS: readonly BreachClock[] = [
  {
    jurisdiction: 'US-NY',
    period: 'P30D',
    words: '30 days',
    citation: 'N.Y. Gen. Bus. Law 899-aa',
    confidence: 'medium',
  },
  {
    jurisdiction: 'US-NY',
    provider: 'hospital',
    period: 'PT72H',
    words: '72 hours (to the Department of Health)',
    citation: '10 NYCRR 405.46',
    confidence: 'medium',
  },
  {
    // Licensed clinics and agencies are bound too; of the kinds of provider only hospitals surely are licensed.
    jurisdiction: 'US-CA',
    provider: 'hospital',
    period: 'P21D',
    words: '15 business days, about 21 days',
    citation: 'Cal. Health & Safety Code 1280.15',
    confidence: 'medium',
  },
  {
    jurisdiction: 'US-FL',
    period: 'P30D',
    words: '30 days',
    citation: 'Fla. Stat. 501.171',
    confidence: 'low',
  },
]

/** The clocks that run for a provider in these jurisdictions. */
export const breachClocks = (
  jurisdictions: readonly string[],
  provider: string | undefined,
): readonly BreachClock[] =>
  BREACH_CLOCKS.filter(
    (clock) =>
      jurisdictions.includes(clock.jurisdiction) &&
      (clock.provider === undefined || clock.provider === provider),
  )

/** From how many people on a breach goes to the media and to HHS at once (164.406, 164.408(b)). */
export const MANY_INDIVIDUALS = 500
