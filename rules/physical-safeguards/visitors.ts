import { all, defineRule, expectTrue, judgePremises, premises } from '#rule'

export const visitors = defineRule({
  id: 'physical-safeguards/visitors',
  title: 'Visitors are recorded and escorted',
  ground: '164.310(a)(2)(iii)',
  related: ['164.310(a)(1)'],
  severity: 'medium',
  subjects: premises,
  check: (site) =>
    judgePremises(site, () =>
      all(expectTrue(site.at('physicalAccess', 'logged')), expectTrue(site.at('physicalAccess', 'escorted'))),
    ),
  says: 'visitors come near systems with ePHI unrecorded, or alone',
  why: `
    Technicians, cleaners and salespeople pass through rooms that patients never see.
    Without a record nobody can say afterwards who was there.`,
  fix: 'Write down who enters rooms with systems and go with them, and state `physicalAccess: { logged: true, escorted: true }` of the site.',
  references: ['NIST SP 800-66 Rev. 2'],
  examples: {
    fails: 'physicalAccess: { logged: false, escorted: true }',
    passes: 'physicalAccess: { logged: true, escorted: true }',
  },
})
