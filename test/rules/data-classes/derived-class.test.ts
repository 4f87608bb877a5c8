import { derivedClass } from '#rules/data-classes/derived-class.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/demo/holds'
const system = (stated: string, more = '') => `
    data: [{ id: sample, class: synthetic }, { id: chart, class: ephi }]
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: generator, kind: server, ephi: none }
      - { id: catalogue, kind: server, holds: none }
      - { id: mystery, kind: server }
      - { id: demo, kind: relational-database, environment: test, ${stated} }
    ${more}`
const signed = (until: string, facts = 'holds') =>
  `attestations: [{ subjects: { id: demo }, facts: [${facts}], by: Data officer, date: 2026-05-01, validUntil: ${until}, document: D-7 }]`

ruleTable(derivedClass, {
  system: (stated) => system(stated),
  rows: [
    ['from a store of ePHI', 'holds: synthetic, derivedFrom: ehr', 'fail', { path, severity: 'medium' }],
    ['by name', 'holds: sample, derivedFrom: ehr', 'fail', { path, severity: 'medium' }],
    ['from what holds none', 'holds: synthetic, derivedFrom: generator', 'pass'],
    ['from what is said to hold something else', 'holds: synthetic, derivedFrom: catalogue', 'pass'],
    ['from what says nothing', 'holds: synthetic, derivedFrom: mystery', 'unproven', '/assets/mystery/ephi'],
    ['from nothing', 'holds: synthetic', 'not-applicable'],
    ['called ePHI', 'holds: chart, derivedFrom: ehr', 'not-applicable'],
    ['said to hold nothing', 'holds: none, derivedFrom: ehr', 'not-applicable'],
    ['not said what it holds', 'derivedFrom: ehr', 'not-applicable'],
  ],
  also: [
    [
      'generated, as somebody signed',
      system('holds: synthetic, derivedFrom: ehr', signed('2026-11-24')),
      'pass',
    ],
    [
      'generated, as somebody signed until yesterday',
      system('holds: synthetic, derivedFrom: ehr', signed('2026-11-23')),
      'fail',
    ],
    [
      'something else was signed',
      system('holds: synthetic, derivedFrom: ehr', signed('2026-11-24', 'environment')),
      'fail',
    ],
  ],
  message: 'demo: it is derived from a store of ePHI, and its data is called synthetic (derivedFrom is ehr)',
})
