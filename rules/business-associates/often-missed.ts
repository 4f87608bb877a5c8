import { businessAssociates, conveyedBy, decide, defineRule, listed } from '#rule'

export const oftenMissed = defineRule({
  id: 'business-associates/often-missed',
  title: 'Services for AI, transcription, fax, messages and calls have signed an agreement',
  ground: '164.308(b)(3)',
  related: ['164.308(b)(1)', '164.314(a)(1)', '164.502(e)'],
  severity: 'critical',
  subjects: businessAssociates.where(
    'that take words, faxes, messages or calls',
    (vendor) => conveyedBy(vendor).length > 0,
  ),
  check: (vendor) =>
    decide(vendor.at('baa'), (baa) => baa !== 'none', {
      found: `baa is none; it takes ${listed(conveyedBy(vendor))}`,
    }),
  says: 'what it transcribes, answers or passes on stays with it, and there is no agreement',
  why: `
    Such services keep prompts, recordings, faxes and messages, so that they are no mere conduit as a telephone line is.
    They are bought with a card and without counsel, and are forgotten when agreements are counted.`,
  fix: `
    Sign an agreement with the vendor (many offer one only in certain plans), or use another, and state
    \`baa: { executedOn, covers, clauses, breachNotice }\`. A carrier that keeps nothing is \`relationship: conduit\`.`,
  references: ['45 CFR 160.103, business associate', 'HHS Guidance on Audio Telehealth, 2022'],
  examples: { fails: 'baa: none', passes: 'baa: { executedOn: 2025-06-01 }' },
})
