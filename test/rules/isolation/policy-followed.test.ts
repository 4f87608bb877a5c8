import { policyFollowed } from '#rules/isolation/policy-followed.js'
import { ruleTable } from '#test/rule-table.js'

const system = (
  stated: string,
  {
    to = 'db',
    endpoints = '[{ port: 5432, protocol: postgresql }, { port: 22, protocol: ssh }]',
    more = '',
  } = {},
) => `
    zones: [{ id: app, trust: internal }, { id: data, trust: restricted }, { id: web, trust: dmz }]
    zonePolicy: { ${stated} }
    assets:
      - { id: ehr, kind: web-app, ephi: [processes], zone: app }
      - { id: db, kind: relational-database, ephi: [stores], zone: data, endpoints: ${endpoints} }
      - { id: proxy, kind: load-balancer, zone: web, endpoints: [{ port: 443, protocol: https }] }
      - { id: copy, kind: relational-database, replicaOf: db, zone: app }
    flows: [{ from: ehr, to: ${to}, carries: ephi${more} }]`
const allow = (text: string) => `default: deny, rules: [{ from: app, to: data, allow: ${text} }]`

ruleTable(policyFollowed, {
  system: (stated) => system(stated),
  rows: [
    [
      'nothing is let through',
      'default: deny, rules: []',
      'fail',
      { path: '/zonePolicy/default', severity: 'medium' },
    ],
    ['the protocol is let through', allow('postgresql'), 'pass'],
    ['the port is let through', allow('tcp/5432'), 'pass'],
    ['the port is the first of a range', allow('tcp/5432-5440'), 'pass'],
    ['the port is the last of a range', allow('tcp/5400-5432'), 'pass'],
    ['the range begins above it', allow('tcp/5433-5440'), 'fail', '/zonePolicy/rules/0'],
    ['the range ends below it', allow('tcp/5400-5431'), 'fail', '/zonePolicy/rules/0'],
    ['everything is let through', allow('any'), 'pass'],
    ['other things are let through', allow('[https, tcp/8443]'), 'fail', '/zonePolicy/rules/0'],
    ['one of several is it', allow('[https, postgresql]'), 'pass'],
    ['everything is let through by default', 'default: allow, rules: []', 'pass'],
    [
      'the other way is let through',
      'default: deny, rules: [{ from: data, to: app, allow: postgresql }]',
      'fail',
      '/zonePolicy/default',
    ],
    [
      'what the rule allows is not said',
      'default: deny, rules: [{ from: app, to: data }]',
      'unproven',
      '/zonePolicy/rules/0/allow',
    ],
    ['the default is not said', 'rules: []', 'unproven', '/zonePolicy/default'],
  ],
  also: [
    ['to an endpoint that is not let through', system(allow('postgresql'), { to: 'db/22' }), 'fail'],
    ['to an endpoint that is let through', system(allow('ssh'), { to: 'db/22' }), 'pass'],
    [
      'no protocol stated, a protocol let through',
      system(allow('postgresql'), { endpoints: '[{ port: 5432 }]' }),
      'unproven',
    ],
    [
      'no port stated, a port let through',
      system(allow('tcp/5432'), { endpoints: '[{ protocol: postgresql }]' }),
      'unproven',
    ],
    ['no endpoint stated, nothing let through', system(allow('none'), { endpoints: '[]' }), 'fail'],
    [
      'no endpoint stated, the protocol of the flow let through',
      system(allow('mysql'), { endpoints: '[]', more: ', protocol: mysql' }),
      'pass',
    ],
    [
      'the last leg is not let through',
      system('default: deny, rules: [{ from: app, to: web, allow: https }]', { more: ', via: proxy' }),
      'fail',
      '/zonePolicy/default',
    ],
    [
      'each leg is let through',
      system(
        'default: deny, rules: [{ from: app, to: web, allow: https }, { from: web, to: data, allow: postgresql }]',
        { more: ', via: proxy' },
      ),
      'pass',
    ],
    [
      'through something in its own zone',
      system('default: deny, rules: []', { more: ', via: proxy' }).replace('zone: web', 'zone: app'),
      'fail',
    ],
    ['on paper', system('default: deny, rules: []', { more: ', medium: paper' }), 'not-applicable'],
    [
      'no ePHI',
      system('default: deny, rules: []').replace('carries: ephi', 'carries: none'),
      'not-applicable',
    ],
    [
      'inside a zone',
      system('default: deny, rules: []').replace('[stores], zone: data', '[stores], zone: app'),
      'not-applicable',
    ],
    [
      'from nowhere',
      system('default: deny, rules: []').replace('[processes], zone: app', '[processes]'),
      'not-applicable',
    ],
    [
      'to nowhere',
      system('default: deny, rules: []').replace('[stores], zone: data', '[stores]'),
      'not-applicable',
    ],
    ['without a policy', system('').replace(/\n.*zonePolicy.*\n/, '\n'), 'not-applicable'],
  ],
  message:
    'ehr→db: it goes where the zone policy lets nothing of the kind through (ehr → db, where app → data allows nothing)',
})
