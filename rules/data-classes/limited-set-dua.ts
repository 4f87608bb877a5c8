import { dataSets, defineRule, expectDocument } from '#rule'

export const limitedSetDua = defineRule({
  id: 'data-classes/limited-set-dua',
  title: 'A limited data set goes out under a use agreement',
  ground: '164.514(e)(4)',
  related: ['164.514(e)'],
  severity: 'high',
  subjects: dataSets.where('that are limited', ({ value }) => value.class === 'limited-data-set'),
  check: (data) => expectDocument(data.at('dataUseAgreement')),
  says: 'it is a limited data set without a use agreement',
  why: 'A limited data set is still protected health information; only the agreement permits its use.',
  fix: 'Sign a data use agreement with whoever gets it, and write `dataUseAgreement: { document, date }`.',
  references: ['45 CFR 164.514(e)(4)'],
  examples: { fails: 'dataUseAgreement: none', passes: 'dataUseAgreement: { document: DUA-3 }' },
})
