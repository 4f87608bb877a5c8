import { coveredEntity, defineRule, fail, isStated, judgeSixYears, listed, logsThatForget } from '#rule'

export const lookBack = defineRule({
  id: 'disclosures/look-back',
  title: 'The record of disclosures answers a request that goes back six years',
  ground: '164.528(a)(1)',
  related: ['164.530(j)(2)'],
  severity: 'high',
  subjects: coveredEntity,
  check: (system) => {
    const retention = system.at('disclosures', 'retention')
    const kept = judgeSixYears(retention, 'the record of disclosures is kept')
    const forgetful = logsThatForget(system, 'P6Y')
    return kept.is === 'pass' && isStated(retention) && forgetful.length > 0
      ? fail(system.at('disclosures', 'log'), {
          says: 'the record of disclosures lies where it is kept less than six years',
          found: listed(forgetful),
        })
      : kept
  },
  says: 'the record of disclosures cannot answer a request that goes back six years',
  why: `
    The six years run back from the request. The three years that many texts name for electronic records come from a
    statute (HITECH 13405(c)) that no regulation has put into effect, and would not shorten these six.`,
  fix: 'Keep the record for six years at least, in stores that keep it as long, and state `disclosures: { retention: 6 years, log }`.',
  references: ['45 CFR 164.528(a)(1)', '45 CFR 164.530(j)(2)'],
  examples: { fails: 'retention: 3 years', passes: 'retention: 6 years' },
})
