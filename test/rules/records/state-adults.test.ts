import { stateAdults } from '#rules/records/state-adults.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/records/retention/adults'
const system = (stated: string, about = 'providerType: physician-practice, jurisdictions: [US-NY]') => `
    system: { name: Clinic, ${about} }
    records: { retention: { ${stated} } }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(stateAdults, {
  system: (stated) => system(stated),
  rows: [
    ['five years in New York', 'adults: 5 years', 'fail', { path, severity: 'high' }],
    ['six years, the bound itself', 'adults: 6 years', 'pass', path],
    ['nothing said', 'minors: { untilAge: 21 }', 'unproven', path],
  ],
  also: [
    [
      'the longest of two states',
      system('adults: 6 years', 'providerType: physician-practice, jurisdictions: [US-NY, US-NJ]'),
      'fail',
      { severity: 'high' },
    ],
    [
      'a hospital',
      system('adults: 9 years', 'providerType: hospital, jurisdictions: [US-NC]'),
      'fail',
      { severity: 'high' },
    ],
    [
      'of little confidence',
      system('adults: 4 years', 'providerType: hospital, jurisdictions: [US-RI]'),
      'fail',
      { severity: 'low' },
    ],
    [
      'a state without a period',
      system('adults: 1 year', 'providerType: physician-practice, jurisdictions: [US-CA]'),
      'not-applicable',
    ],
    [
      'federal law alone',
      system('adults: 1 year', 'providerType: hospital, jurisdictions: [US]'),
      'not-applicable',
    ],
    ['a vendor', system('adults: 1 year', 'providerType: vendor, jurisdictions: [US-NY]'), 'not-applicable'],
    [
      'a hospital in Alabama',
      system('adults: 4 years', 'providerType: hospital, jurisdictions: [US-AL]'),
      'fail',
      { severity: 'high' },
    ],
    [
      'a practice in Alabama, of which less is known',
      system('adults: 6 years', 'providerType: physician-practice, jurisdictions: [US-AL]'),
      'fail',
      { severity: 'low' },
    ],
    [
      'a practice in Massachusetts',
      system('adults: 6 years', 'providerType: physician-practice, jurisdictions: [US-MA]'),
      'fail',
      { severity: 'medium' },
    ],
  ],
  message:
    'Clinic: records of adults are kept less long than the state asks (5 years; 6 years by Educ. L. 6530(32); 8 NYCRR 29.2, confidence of our data high)',
})
