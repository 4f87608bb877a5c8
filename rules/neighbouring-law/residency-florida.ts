import {
  defineRule,
  fail,
  isUnitedStates,
  locationOf,
  pass,
  recordsOfFlorida,
  state,
  unproven,
  usesCertifiedEhr,
} from '#rule'

export const residencyFlorida = defineRule({
  id: 'neighbouring-law/residency-florida',
  title: 'Patient information of Florida stays in the United States or Canada',
  ground: state('Fla. Stat. 408.051(3)'),
  severity: 'high',
  subjects: recordsOfFlorida,
  check: (asset) => {
    const { fact, country } = locationOf(asset)
    if (country === undefined) return unproven(fact, 'state the region, or the country, where it is')
    if (isUnitedStates(country) || country === 'CA') return pass(fact)
    return usesCertifiedEhr(asset)
      ? fail(fact, { found: `${fact.value}, in ${country}` })
      : unproven(
          asset.at('product', 'certifiedEhr'),
          'state `product: { certifiedEhr }` of your health record: only its users are bound',
        )
  },
  says: 'it keeps patient information where Florida does not allow it',
  why: `
    Providers who use certified health record technology have to keep patient information in the continental United
    States, their territories or Canada, off the premises and in the cloud too. That is so since July 2023.`,
  fix: 'Move it, and its copies, to a region in the United States or Canada, and state `region`.',
  references: ['Fla. Stat. 408.051(3), as known in November 2026'],
  examples: { fails: 'region: eu-west-1', passes: 'region: ca-central-1' },
})
