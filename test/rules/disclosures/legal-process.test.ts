import { legalProcess } from '#rules/disclosures/legal-process.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/discovery/authorization'
const system = (stated: string, purpose = 'legal') => `
    parties: [{ id: court, relationship: legal }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    flows: [{ id: discovery, from: ehr, to: court, carries: ephi, purpose: ${purpose}, ${stated} }]`

ruleTable(legalProcess, {
  system: (stated) => system(stated),
  rows: [
    ['without', 'authorization: none', 'fail', { path, severity: 'medium' }],
    ['by an agreement', 'authorization: { kind: data-use-agreement }', 'fail', path],
    ['by a waiver for research', 'authorization: { kind: research-waiver }', 'fail', path],
    ['by an order', 'authorization: { kind: court-order }', 'pass', path],
    ['by the patient', 'authorization: { kind: patient }', 'pass', path],
    ['by a protective order', 'authorization: { kind: protective-order }', 'pass', path],
    ['of what kind is not said', 'authorization: { document: letter }', 'unproven', `${path}/kind`],
    ['nothing said', 'data: to', 'unproven', path],
  ],
  also: [
    ['payment', system('authorization: none', 'payment'), 'not-applicable'],
    [
      'records of a program, of which part2-proceedings tells',
      `data: [{ id: program, class: ephi, sensitivity: part2 }]${system('authorization: none')}`
        .replace('carries: ephi', 'carries: program')
        .replaceAll(/^ {4}/gm, ''),
      'not-applicable',
    ],
  ],
  message: 'discovery: records go to proceedings without an order (authorization is none)',
})
