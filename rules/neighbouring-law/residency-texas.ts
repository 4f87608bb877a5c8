import {
  defineRule,
  fail,
  isUnitedStates,
  locationOf,
  pass,
  recordsOfTexas,
  state,
  surelyBoundByTexas,
  unproven,
} from '#rule'

export const residencyTexas = defineRule({
  id: 'neighbouring-law/residency-texas',
  title: 'Health records under the law of Texas stay in the United States',
  ground: state('Tex. Health & Safety Code 183.002'),
  severity: 'high',
  subjects: recordsOfTexas,
  check: (asset) => {
    const { fact, country } = locationOf(asset)
    if (country === undefined) return unproven(fact, 'state the region, or the country, where it is')
    if (isUnitedStates(country)) return pass(fact)
    return surelyBoundByTexas(asset)
      ? fail(fact, { found: `${fact.value}, in ${country}` })
      : unproven(
          asset.infrastructure.fact('system').at('providerType'),
          'say which provider it is: nursing, home care and assisted living are free (183.001(2))',
        )
  },
  says: 'it keeps health records outside the United States, which Texas does not allow',
  why: `
    Since January 2026 electronic health records of Texas have to be kept in the United States or a territory, in the cloud
    of a vendor too, and copies as well. The penalties go up to 250,000 dollars.`,
  fix: 'Move it, and its copies, to a region in the United States, and state `region`; ask counsel whether you are bound.',
  references: ['Tex. Health & Safety Code ch. 183 (SB 1188), as known in November 2026'],
  examples: { fails: 'region: eu-west-1', passes: 'region: us-east-1' },
})
