import { psychotherapyNotes } from '#rules/disclosures/psychotherapy-notes.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/letter/authorization'
const system = (stated: string, carries = 'notes', to = 'colleague') => `
    data: [{ id: notes, class: ephi, sensitivity: psychotherapy-notes }, { id: chart, class: ephi, sensitivity: hiv }]
    parties: [{ id: colleague, relationship: treatment-provider }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }, { id: archive, kind: archive }]
    flows: [{ id: letter, from: ehr, to: ${to}, carries: ${carries}, ${stated} }]`

ruleTable(psychotherapyNotes, {
  system: (stated) => system(stated),
  rows: [
    ['without', 'authorization: none', 'fail', { path, severity: 'high' }],
    ['by the patient', 'authorization: { kind: patient }', 'pass', path],
    ['by a waiver', 'authorization: { kind: research-waiver }', 'fail', path],
    ['nothing said', 'data: to', 'unproven', path],
    [
      'on a ground whose kind is not said',
      'authorization: { document: form.pdf }',
      'unproven',
      `${path}/kind`,
    ],
  ],
  also: [
    ['other data', system('authorization: none', 'chart'), 'not-applicable'],
    ['inside', system('authorization: none', 'notes', 'archive'), 'not-applicable'],
    ['fetched from somebody outside', system('authorization: none, data: from'), 'not-applicable'],
    [
      'sent to us',
      system('authorization: none, data: to', 'notes', 'ehr').replace('from: ehr', 'from: colleague'),
      'not-applicable',
    ],
    [
      'pulled by somebody outside',
      system('authorization: none, data: from', 'notes', 'ehr').replace('from: ehr', 'from: colleague'),
      'fail',
    ],
  ],
  message:
    'letter: psychotherapy notes go out without the authorization of the patient (authorization is none)',
})
