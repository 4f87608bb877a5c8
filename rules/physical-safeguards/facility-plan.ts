import { defineRule, expectDocument, judgePremises, premises } from '#rule'

export const facilityPlan = defineRule({
  id: 'physical-safeguards/facility-plan',
  title: 'A facility security plan exists',
  ground: '164.310(a)(2)(ii)',
  related: ['164.310(a)(1)'],
  severity: 'medium',
  subjects: premises,
  check: (site) => judgePremises(site, () => expectDocument(site.at('physicalAccess', 'documented'))),
  says: 'no plan says how the place and its equipment are kept from theft and tampering',
  why: `
    Locks, alarms and keys work as long as somebody knows who has which, and what is done when one is lost.
    The specification asks for policies and procedures, not for locks alone.`,
  fix: 'Write who may enter where, who keeps the keys, and what guards the equipment, and state `physicalAccess: { documented: { document, date } }` of the site.',
  references: ['NIST SP 800-66 Rev. 2'],
  examples: {
    fails: 'physicalAccess: { documented: none }',
    passes: 'physicalAccess: { documented: { document: facility.md } }',
  },
})
