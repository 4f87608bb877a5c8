import { defineRule, expectDocument, expectWithin, newYorkHospital, state } from '#rule'

export const nyHospitalTest = defineRule({
  id: 'neighbouring-law/ny-hospital-test',
  title: 'Hospitals in New York have a penetration test every year',
  ground: state('10 NYCRR 405.46'),
  severity: 'medium',
  subjects: newYorkHospital,
  check: (system, _parameters, { today }) => {
    const test = system.at('governance', 'penetrationTest')
    const exists = expectDocument(test)
    // The year is the regulation’s own, and so no parameter.
    return exists.is === 'pass' ? expectWithin(test.at('date'), 'P1Y', today) : exists
  },
  says: 'it had no penetration test within a year',
  why: `
    The regulation asks general hospitals (article 28) for a yearly test by somebody who attacks as an intruder would. It is
    in force whole since October 2025.`,
  fix: 'Have one made, treat what it finds, and state `governance: { penetrationTest: { document, date } }`.',
  references: ['10 NYCRR 405.46, as known in November 2026'],
  examples: {
    fails: 'penetrationTest: none',
    passes: 'penetrationTest: { document: Report 12, date: 2026-06-01 }',
  },
})
