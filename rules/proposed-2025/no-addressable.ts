import { alternativesOfToday, defineRule, fail, proposed } from '#rule'

const ENCRYPTION: readonly (string | undefined)[] = ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)']

export const noAddressable = defineRule({
  id: 'proposed-2025/no-addressable',
  title: 'No alternative would remain',
  ground: proposed('no-addressable'),
  severity: 'medium',
  subjects: alternativesOfToday,
  check: (alternative) => {
    const specification = alternative.at('specification')
    return fail(
      specification,
      ENCRYPTION.includes(specification.value)
        ? { says: 'the proposal would require encryption, and this would count no more' }
        : {},
    )
  },
  says: 'the proposal would require the specification, and this would count no more',
  why: `
    The proposal drops the difference between required and addressable. Today the alternative counts, and goes on to
    count unless the proposal becomes law.`,
  fix: `
    Plan how the specification itself could be met, encryption first. The proposal excepts only a few cases, as a device
    that cannot encrypt and is to be replaced, each with other measures that are documented.`,
  references: ['90 FR 898'],
  examples: { fails: 'specification: 164.312(a)(2)(iv)', passes: 'specification: 164.312(b)' },
})
