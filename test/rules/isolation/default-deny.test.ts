import { defaultDeny } from '#rules/isolation/default-deny.js'
import { ruleTable } from '#test/rule-table.js'

const rule = '/zonePolicy/rules/0'
const system = (stated: string) => `
    zones:
      - { id: data, trust: restricted }
      - { id: office, trust: internal }
      - { id: ops, trust: management }
      - { id: web, trust: dmz }
      - { id: street, trust: public }
      - { id: partner, trust: external }
      - { id: attic }
    assets: [{ id: db, kind: relational-database, ephi: [stores], zone: data }]
    zonePolicy: { ${stated} }`
const one = (text: string) => `default: deny, rules: [{ ${text} }]`

ruleTable(defaultDeny, {
  system,
  rows: [
    [
      'allows by default',
      'default: allow, rules: []',
      'fail',
      { path: '/zonePolicy/default', severity: 'medium' },
    ],
    ['denies everything', 'default: deny, rules: []', 'pass'],
    ['names zone and protocol', one('from: office, to: data, allow: https'), 'pass'],
    [
      'lets everything from one zone in',
      one('from: office, to: data, allow: any'),
      'fail',
      { path: rule, severity: 'medium' },
    ],
    ['lets everything into the DMZ', one('from: office, to: web, allow: any'), 'fail', rule],
    ['lets everything to a partner', one('from: office, to: partner, allow: any'), 'fail', rule],
    ['lets one protocol in from anywhere', one('from: any, to: data, allow: https'), 'fail', rule],
    [
      'lets one protocol from anywhere into the office',
      one('from: any, to: office, allow: https'),
      'fail',
      rule,
    ],
    [
      'lets one protocol from anywhere to administrators',
      one('from: any, to: ops, allow: ssh'),
      'fail',
      rule,
    ],
    ['lets one protocol from anywhere into the DMZ', one('from: any, to: web, allow: https'), 'pass'],
    [
      'lets one protocol from the internet into the DMZ',
      one('from: internet, to: web, allow: https'),
      'pass',
    ],
    [
      'lets one protocol from the internet into the office',
      one('from: internet, to: office, allow: https'),
      'pass',
    ],
    [
      'lets one protocol from the internet to the data',
      one('from: internet, to: data, allow: https'),
      'fail',
      rule,
    ],
    [
      'lets one protocol from the internet to administrators',
      one('from: internet, to: ops, allow: ssh'),
      'fail',
      rule,
    ],
    [
      'lets one protocol from a public zone to the data',
      one('from: street, to: data, allow: https'),
      'fail',
      rule,
    ],
    [
      'lets one protocol from the internet to everywhere',
      one('from: internet, to: any, allow: https'),
      'fail',
      rule,
    ],
    ['lets one protocol from one zone to everywhere', one('from: ops, to: any, allow: ssh'), 'pass'],
    ['lets everything from anywhere to everywhere', one('from: any, to: any, allow: any'), 'fail', rule],
    [
      'lets everything from a zone without ePHI to everywhere',
      one('from: office, to: any, allow: any'),
      'fail',
      rule,
    ],
    [
      'lets everything out of the zone with ePHI, of which another rule speaks',
      one('from: data, to: any, allow: any'),
      'pass',
    ],
    [
      'lets everything out to the internet, of which another rule speaks',
      one('from: data, to: internet, allow: any'),
      'pass',
    ],
    [
      'lets everything out to a public zone, of which another rule speaks',
      one('from: data, to: street, allow: any'),
      'pass',
    ],
    ['lets nothing from anywhere', one('from: any, to: data, allow: none'), 'pass'],
    [
      'lets a protocol from anywhere to a zone of unstated trust',
      one('from: any, to: attic, allow: https'),
      'unproven',
      '/zones/attic/trust',
    ],
    ['does not say what a rule allows', one('from: office, to: data'), 'unproven', `${rule}/allow`],
    [
      'does not say what a rule lets out, of which another rule speaks',
      one('from: data, to: internet'),
      'pass',
    ],
    [
      'the second rule is too wide',
      'default: deny, rules: [{ from: office, to: data, allow: https }, { from: office, to: data, allow: any }]',
      'fail',
      '/zonePolicy/rules/1',
    ],
    [
      'one too wide, one of unstated trust',
      'default: deny, rules: [{ from: any, to: attic, allow: https }, { from: office, to: data, allow: any }]',
      'fail',
      '/zonePolicy/rules/1',
    ],
    ['denies, and no rules are stated', 'default: deny', 'unproven', '/zonePolicy/rules'],
    ['no default is stated', 'rules: []', 'unproven', '/zonePolicy/default'],
    [
      'no default is stated, and a rule is too wide',
      'rules: [{ from: office, to: data, allow: any }]',
      'fail',
      rule,
    ],
  ],
  also: [
    [
      'lets everything from a zone of laptops to everywhere',
      system(one('from: office, to: any, allow: any')).replace(
        'zone: data }]',
        'zone: data }, { id: laptop, kind: mobile-device, ephi: [stores], zone: office }]',
      ),
      'fail',
      rule,
    ],
    [
      'without a policy',
      'assets: [{ id: db, kind: server, ephi: [stores] }]',
      'unproven',
      '/zonePolicy/default',
    ],
  ],
  message: 'the system: what no rule between zones names is allowed (zonePolicy.default is allow)',
})
