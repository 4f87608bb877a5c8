import { defineRule, expectTrue, judgePremises, premises } from '#rule'

export const facility = defineRule({
  id: 'physical-safeguards/facility',
  title: 'Entry to places with ePHI systems is controlled',
  ground: '164.310(a)(1)',
  related: ['164.310(c)'],
  severity: 'high',
  subjects: premises,
  check: (site) => judgePremises(site, () => expectTrue(site.at('physicalAccess', 'controlled'))),
  says: 'anybody can walk up to systems with ePHI',
  why: `
    Whoever stands before a server carries its disks away, and whoever sits at an unlocked workstation is its user.
    No password helps against either.`,
  fix: 'Lock the rooms, give keys or badges to those who need them, and state `physicalAccess: { controlled: true }` of the site, and `site` of what stands there.',
  references: ['NIST SP 800-66 Rev. 2'],
  examples: {
    fails: 'physicalAccess: { controlled: false }',
    passes: 'physicalAccess: { controlled: true }',
  },
})
