import { egressOpen } from '#rules/isolation/egress-open.js'
import { ruleTable } from '#test/rule-table.js'

const rule = '/zonePolicy/rules/0'
const system = (stated: string, byDefault = 'default: deny') => `
    zones: [{ id: data, trust: restricted }, { id: office, trust: internal }, { id: street, trust: public }]
    assets:
      - { id: db, kind: relational-database, ephi: [stores], zone: data }
      - { id: desk, kind: workstation, ephi: none, zone: office }
    zonePolicy: { ${byDefault}, rules: [${stated}] }`

ruleTable(egressOpen, {
  system: (stated) => system(stated),
  rows: [
    ['everything', '{ from: data, to: internet, allow: any }', 'fail', { path: rule, severity: 'medium' }],
    [
      'some protocols',
      '{ from: data, to: internet, allow: [https, udp/123] }',
      'fail',
      { path: rule, severity: 'low' },
    ],
    ['nothing', '{ from: data, to: internet, allow: none }', 'pass'],
    ['no rule, and the default denies', '{ from: office, to: data, allow: https }', 'pass'],
    ['everything from every zone', '{ from: any, to: internet, allow: any }', 'fail', rule],
    ['everything to everywhere', '{ from: data, to: any, allow: any }', 'fail', rule],
    ['everything to another public zone', '{ from: data, to: street, allow: any }', 'fail', rule],
    [
      'everything, beside a narrower rule',
      '{ from: data, to: internet, allow: https }, { from: any, to: internet, allow: any }',
      'fail',
      { path: '/zonePolicy/rules/1', severity: 'medium' },
    ],
    [
      'everything, beside a rule that does not say',
      '{ from: data, to: internet }, { from: any, to: internet, allow: any }',
      'fail',
      { path: '/zonePolicy/rules/1', severity: 'medium' },
    ],
    [
      'a narrow rule, beside one that does not say',
      '{ from: data, to: internet, allow: https }, { from: any, to: internet }',
      'unproven',
      '/zonePolicy/rules/1/allow',
    ],
    ['the rule does not say', '{ from: data, to: internet }', 'unproven', `${rule}/allow`],
    ['everything, from a zone without ePHI', '{ from: office, to: internet, allow: any }', 'pass'],
    [
      'everything to everything, of which another rule speaks',
      '{ from: any, to: any, allow: any }',
      'not-applicable',
    ],
  ],
  also: [
    [
      'a zone of laptops, whose users need it',
      system('{ from: office, to: internet, allow: any }').replace(
        'kind: workstation, ephi: none',
        'kind: mobile-device, ephi: [stores]',
      ),
      'pass',
    ],
    ['the default allows, of which another rule speaks', system('', 'default: allow'), 'not-applicable'],
    ...(
      [
        ['the zone itself leads there', 'any', '', 'fail', '/zones/data/outbound'],
        ['the zone itself leads nowhere', 'none', '', 'pass', '/zones/data/outbound'],
        [
          'the zone leads there, and a rule forbids it',
          'any',
          '{ from: data, to: internet, allow: none }',
          'pass',
          rule,
        ],
        [
          'the zone leads nowhere, and a rule opens it',
          'none',
          '{ from: data, to: internet, allow: any }',
          'fail',
          rule,
        ],
      ] as const
    ).map(
      ([circumstance, outbound, rules, outcome, path]) =>
        [
          circumstance,
          system(rules).replace('trust: restricted', `trust: restricted, outbound: ${outbound}`),
          outcome,
          path,
        ] as const,
    ),
    [
      'the zone itself leads to the internet, and not to another public zone',
      system('{ from: data, to: street, allow: https }').replace(
        'trust: restricted',
        'trust: restricted, outbound: none',
      ),
      'fail',
      { path: rule, severity: 'low' },
    ],
    ['no default stated', system('', 'reviewed: never'), 'unproven', '/zonePolicy/default'],
    [
      'a zone of others',
      'zones: [{ id: theirs, trust: external }]\nassets: [{ id: db, kind: server, ephi: [stores], zone: theirs }]\nzonePolicy: { default: deny, rules: [{ from: theirs, to: internet, allow: any }] }',
      'not-applicable',
    ],
    [
      'a public zone',
      'zones: [{ id: theirs, trust: public }]\nassets: [{ id: db, kind: server, ephi: [stores], zone: theirs }]\nzonePolicy: { default: deny, rules: [{ from: theirs, to: internet, allow: any }] }',
      'not-applicable',
    ],
  ],
  message: 'data: it may open any connection to the internet (data → internet: any)',
})
