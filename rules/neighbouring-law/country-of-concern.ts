import {
  bulkHealthData,
  defineRule,
  fail,
  federal,
  hasBulk,
  isCountryOfConcern,
  locationOf,
  pass,
  peopleAsked,
  peopleIn,
  unproven,
} from '#rule'

export const countryOfConcern = defineRule({
  id: 'neighbouring-law/country-of-concern',
  title: 'No health data of many Americans lies in a country of concern',
  ground: federal('28 CFR Part 202'),
  severity: 'high',
  subjects: bulkHealthData,
  check: (asset) => {
    const { fact, country } = locationOf(asset)
    // Most are at home: that nobody said so is worth a question, and no more.
    if (country === undefined) return unproven(fact, 'state the region, or the country, where it is', 'low')
    if (!isCountryOfConcern(country)) return pass(fact)
    return hasBulk(asset) === true
      ? fail(fact, { found: `${fact.value}, in ${country}; ${peopleIn(asset).atLeast} people` })
      : unproven(peopleAsked(asset), 'state of how many people its data is, all together')
  },
  says: 'health data of more than 10,000 people lies in a country of concern',
  why: `
    Since April 2025 the Department of Justice keeps bulk health data of Americans from China with Hong Kong and Macau, Cuba,
    Iran, North Korea, Russia and Venezuela, even if it is de-identified or encrypted. The vendors, staff and investors of
    these countries count as well.`,
  fix: 'Move it elsewhere, or have counsel say whether this deal is one that is only restricted and may go on under conditions; state `region`.',
  references: ['28 CFR Part 202, as known in November 2026'],
  examples: { fails: 'region: cn-north-1', passes: 'region: us-east-1' },
})
