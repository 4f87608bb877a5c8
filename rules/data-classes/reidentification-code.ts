import { all, dataSets, decide, defineRule, expectTrue, fail, passWith } from '#rule'

export const reidentificationCode = defineRule({
  id: 'data-classes/reidentification-code',
  title: 'A code for re-identification is not made from the data, and is kept apart',
  ground: '164.514(c)',
  related: ['164.514(b)'],
  severity: 'high',
  subjects: dataSets.where(
    'that are called de-identified and have a code for re-identification',
    ({ value }) => value.class === 'deidentified' && value.reidentificationCode !== undefined,
  ),
  check: (data) => {
    const made = data.at('reidentificationCode', 'made')
    const method = data.at('deidentification').at('method')
    const apart = expectTrue(data.at('reidentificationCode', 'keptApart'), {
      says: 'how its codes lead back to people is kept with the data, or given away with it',
    })
    // An expert who determined that the risk is very small has judged the code as well (164.514(b)(1)).
    if (made.value !== undefined && made.value !== 'random' && method.value === 'expert-determination')
      return all(passWith('an expert judged the risk, its codes included', made, method), apart)
    return made.value === 'keyed-hash'
      ? all(apart, fail(made, { severity: 'medium' }))
      : all(
          decide(made, (how) => how === 'random'),
          apart,
        )
  },
  says: 'its codes for re-identification are made from the data about the person',
  why: `
    A hash of a record number or a birth date is found by trying all of them, which takes minutes.
    The law calls data with such a code identifiable still, so that all that holds for ePHI holds for it.`,
  fix: `
    Give each person a random code, keep the list elsewhere under its own access, and give it to nobody.
    State \`reidentificationCode: { made: random, keptApart: true }\`.`,
  references: ['45 CFR 164.514(c)'],
  examples: {
    fails: 'reidentificationCode: { made: hash, keptApart: true }',
    passes: 'reidentificationCode: { made: random, keptApart: true }',
  },
})
