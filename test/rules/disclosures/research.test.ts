import { research } from '#rules/disclosures/research.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/study/authorization'
const system = (stated: string, carries = 'ephi', purpose = 'research') => `
    data: [{ id: cohort, class: limited-data-set }]
    parties: [{ id: university, relationship: research }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    flows: [{ id: study, from: ehr, to: university, carries: ${carries}, purpose: ${purpose}, ${stated} }]`

ruleTable(research, {
  system: (stated) => system(stated),
  rows: [
    ['on none', 'authorization: none', 'fail', { path, severity: 'medium' }],
    ['by the patients', 'authorization: { kind: patient }', 'pass', path],
    ['by a waiver', 'authorization: { kind: research-waiver }', 'pass', path],
    ['by law', 'authorization: { kind: required-by-law }', 'pass', path],
    ['by an agreement, whole records', 'authorization: { kind: data-use-agreement }', 'fail', path],
    ['by an order', 'authorization: { kind: court-order }', 'fail', path],
    ['of what kind is not said', 'authorization: { document: letter }', 'unproven', `${path}/kind`],
    ['nothing said', 'data: to', 'unproven', path],
  ],
  also: [
    [
      'by an agreement, a limited data set',
      system('authorization: { kind: data-use-agreement }', 'cohort'),
      'pass',
    ],
    [
      'by an agreement, named by its class',
      system('authorization: { kind: data-use-agreement }', 'limited-data-set'),
      'pass',
    ],
    [
      'by an agreement, both',
      system('authorization: { kind: data-use-agreement }', '[cohort, ephi]'),
      'fail',
    ],
    ['treatment', system('authorization: none', 'ephi', 'treatment'), 'not-applicable'],
  ],
  message: 'study: records go to research on no ground that permits it (authorization is none)',
})
