import { stateMinors } from '#rules/records/state-minors.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/records/retention/minors'
const system = (stated: string, about = 'providerType: physician-practice, jurisdictions: [US-NY]') => `
    system: { name: Clinic, ${about} }
    records: { retention: { ${stated} } }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(stateMinors, {
  system: (stated) => system(stated),
  rows: [
    ['until 21', 'minors: { untilAge: 21 }', 'fail', { path, severity: 'medium' }],
    ['until 22, the bound itself', 'minors: { untilAge: 22 }', 'pass', path],
    ['ten years', 'minors: 10 years', 'fail', path],
    ['22 years', 'minors: 22 years', 'pass', path],
    ['for ever', 'minors: forever', 'pass', path],
    ['nothing said', 'adults: 6 years', 'unproven', path],
  ],
  also: [
    [
      'who treats no minors',
      system(
        'minors: { untilAge: 1 }',
        'providerType: physician-practice, jurisdictions: [US-NY], servesMinors: false',
      ),
      'not-applicable',
    ],
    [
      'a hospital',
      system('minors: { untilAge: 29 }', 'providerType: hospital, jurisdictions: [US-NC]'),
      'fail',
      { severity: 'high' },
    ],
    [
      'a state without an age',
      system('minors: { untilAge: 1 }', 'providerType: physician-practice, jurisdictions: [US-FL]'),
      'not-applicable',
    ],
    [
      'of little confidence',
      system('minors: { untilAge: 22 }', 'providerType: hospital, jurisdictions: [US-ID]'),
      'fail',
      { severity: 'low' },
    ],
    [
      'a hospital in New York, by its own regulation',
      system('minors: { untilAge: 21 }', 'providerType: hospital, jurisdictions: [US-NY]'),
      'pass',
    ],
    [
      'a hospital in New York, a year less',
      system('minors: { untilAge: 20 }', 'providerType: hospital, jurisdictions: [US-NY]'),
      'fail',
      { severity: 'medium' },
    ],
  ],
  message:
    'Clinic: records of minors are kept less long than the state asks (until the age of 22 by Educ. L. 6530(32); 8 NYCRR 29.2, confidence of our data medium)',
})
