import { part2Proceedings } from '#rules/neighbouring-law/part2-proceedings.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/discovery/authorization'
const system = (stated: string, purpose = 'legal', carries = 'program') => `
    data: [{ id: program, class: ephi, sensitivity: [part2, mental-health] }, { id: chart, class: ephi, sensitivity: mental-health }]
    parties: [{ id: court, relationship: legal }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    flows: [{ id: discovery, from: ehr, to: court, carries: ${carries}, purpose: ${purpose}, ${stated} }]`
const others = [
  'protective-order',
  'data-use-agreement',
  'research-waiver',
  'required-by-law',
  'law-enforcement',
]

ruleTable(part2Proceedings, {
  system: (stated) => system(stated),
  rows: [
    ['without', 'authorization: none', 'fail', { path, severity: 'high' }],
    ['by the patient', 'authorization: { kind: patient }', 'pass', path],
    ['by an order', 'authorization: { kind: court-order }', 'pass', path],
    ...others.map((kind) => [`by ${kind}`, `authorization: { kind: ${kind} }`, 'fail', path] as const),
    ['of what kind is not said', 'authorization: { document: letter }', 'unproven', `${path}/kind`],
    ['nothing said', 'data: to', 'unproven', path],
  ],
  also: [
    ['for treatment', system('authorization: none', 'treatment'), 'not-applicable'],
    ['other records', system('authorization: none', 'legal', 'chart'), 'not-applicable'],
  ],
  message:
    'discovery: records under 42 CFR Part 2 go to proceedings without consent and without a court order (authorization is none)',
})
