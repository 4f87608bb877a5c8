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
  ],
  also: [
    ['other data', system('authorization: none', 'chart'), 'not-applicable'],
    ['inside', system('authorization: none', 'notes', 'archive'), 'not-applicable'],
  ],
  message:
    'letter: psychotherapy notes go out without the authorization of the patient (authorization is none)',
})
