import { marketing } from '#rules/disclosures/marketing.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/mailing/authorization'
const system = (stated: string, purpose = 'marketing') => `
    parties: [{ id: agency, relationship: customer }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    flows: [{ id: mailing, from: ehr, to: agency, carries: ephi, purpose: ${purpose}, ${stated} }]`

ruleTable(marketing, {
  system: (stated) => system(stated),
  rows: [
    ['without', 'authorization: none', 'fail', { path, severity: 'high' }],
    ['by the patient', 'authorization: { kind: patient }', 'pass', path],
    ['by an agreement', 'authorization: { kind: data-use-agreement }', 'fail', path],
    ['nothing said', 'data: to', 'unproven', path],
    [
      'on a ground whose kind is not said',
      'authorization: { document: form.pdf }',
      'unproven',
      `${path}/kind`,
    ],
  ],
  also: [['treatment', system('authorization: none', 'treatment'), 'not-applicable']],
  message:
    'mailing: records go out for marketing without the authorization of the patient (authorization is none)',
})
