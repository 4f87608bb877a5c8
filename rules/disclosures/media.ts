import { coveredEntity, defineRule, expectAllOf } from '#rule'

export const media = defineRule({
  id: 'disclosures/media',
  title: 'Disclosures on paper, by fax and by word of mouth are recorded too',
  ground: '164.528(a)(1)',
  severity: 'medium',
  subjects: coveredEntity,
  check: (system) => expectAllOf(system.at('disclosures', 'media'), ['electronic', 'paper', 'fax', 'oral']),
  says: 'disclosures on some media are not recorded',
  why: 'The accounting is of disclosures of protected health information, on whatever it travels; most to public health and courts go by fax and paper.',
  fix: 'Record disclosures on all media in one place, and state `disclosures: { media: [electronic, paper, fax, oral] }`.',
  references: ['45 CFR 164.528(a)(1)'],
  examples: { fails: 'media: [electronic]', passes: 'media: [electronic, paper, fax, oral]' },
})
