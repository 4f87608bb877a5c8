import { expect, it } from 'vitest'
import { nameAndIssuer } from '#rules/certificates/name-and-issuer.js'
import { ruleTable } from '#test/rule-table.js'
import { isInsideName } from '../../../src/engine/certificate-trust.js'

const at = '/assets/web/endpoints/443'
const certificate = `${at}/tls/certificate`
const path = `${certificate}/publiclyTrusted`
const system = (stated: string, endpoint = 'exposure: public', tls = '', flow = '') => `
    assets:
      - { id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, ${endpoint}, tls: { ${tls} certificate: { ${stated} } } }, { port: 8443, protocol: https, exposure: loopback }] }
      - { id: app, kind: server }
    ${flow}`
const checked = (verify: string, to = 'web/443') =>
  `flows: [{ from: app, to: ${to}, carries: ephi, client: { verify: ${verify} } }]`

ruleTable(nameAndIssuer, {
  system: (stated) => system(stated),
  rows: [
    ['not trusted', 'publiclyTrusted: false', 'fail', { path, severity: 'high' }],
    ['trusted', 'publiclyTrusted: true', 'pass', path],
    [
      'trusted, and for another host',
      'publiclyTrusted: true, matchesHost: false',
      'fail',
      { path: `${certificate}/matchesHost`, severity: 'high' },
    ],
    ['trusted, and for this host', 'publiclyTrusted: true, matchesHost: true', 'pass', path],
    ['for this host, and not trusted', 'publiclyTrusted: false, matchesHost: true', 'fail', path],
    ['nothing said', 'issuer: somebody', 'unproven', { path, severity: 'high' }],
    [
      'vouching for itself',
      'subject: Portal, issuer: " portal "',
      'fail',
      { path: `${certificate}/issuer`, severity: 'high' },
    ],
    [
      'vouching for itself, whatever is said',
      'subject: Portal, issuer: Portal, publiclyTrusted: true',
      'fail',
      `${certificate}/issuer`,
    ],
    [
      'for a name of the inside',
      'subject: CN=ehr.corp.local, publiclyTrusted: true',
      'fail',
      { path: `${certificate}/subject`, severity: 'high' },
    ],
    ['for a name of the outside', 'subject: portal.harbor.example, publiclyTrusted: true', 'pass', path],
    ['for a name of the outside, issuer not said', 'subject: portal.harbor.example', 'unproven', path],
  ],
  also: [
    ['inside, trusted by all', system('publiclyTrusted: true', 'exposure: internal'), 'pass'],
    [
      'inside, an issuer of our own, and for another host',
      system('issuer: Our CA, matchesHost: false', 'exposure: internal'),
      'fail',
      { path: `${certificate}/matchesHost`, severity: 'medium' },
    ],
    [
      'inside, an issuer of our own',
      system('issuer: Our CA, publiclyTrusted: false', 'exposure: internal'),
      'pass',
    ],
    [
      'inside, vouching for itself',
      system('subject: db, issuer: db', 'exposure: internal'),
      'fail',
      { path: `${certificate}/issuer`, severity: 'medium' },
    ],
    ...['ca', 'full'].map(
      (verify) =>
        [
          `inside, vouching for itself, clients verify: ${verify}`,
          system('subject: db, issuer: db', 'exposure: internal', '', checked(verify)),
          'pass',
        ] as const,
    ),
    [
      'inside, vouching for itself, clients verify nothing',
      system('subject: db, issuer: db', 'exposure: internal', '', checked('none')),
      'fail',
    ],
    [
      'inside, vouching for itself, clients of another endpoint verify',
      system('subject: db, issuer: db', 'exposure: internal', '', checked('full', 'web/8443')),
      'fail',
    ],
    [
      'inside, nothing said',
      system('notAfter: 2027-01-01', 'exposure: partner'),
      'unproven',
      { path: `${certificate}/issuer`, severity: 'medium' },
    ],
    [
      'inside, for a name of the inside',
      system('subject: ehr.corp.local, issuer: Our CA', 'exposure: internal'),
      'pass',
    ],
    ['exposure not said', system('issuer: Our CA', 'auth: password'), 'unproven', `${at}/exposure`],
    [
      'exposure not said, vouching for itself',
      system('subject: db, issuer: db', 'auth: password'),
      'unproven',
      `${at}/exposure`,
    ],
    ['exposure not said, trusted by all', system('publiclyTrusted: true', 'auth: password'), 'pass'],
    ['on one machine', system('publiclyTrusted: false', 'exposure: loopback'), 'not-applicable'],
    [
      'for clients with certificates',
      system('issuer: Our CA, publiclyTrusted: false', 'exposure: public', 'clientCertificates: required,'),
      'pass',
    ],
    [
      'for clients with certificates if they like',
      system('issuer: Our CA, publiclyTrusted: false', 'exposure: public', 'clientCertificates: optional,'),
      'fail',
      { path, severity: 'high' },
    ],
  ],
  message:
    'web/443: browsers and other clients do not trust its issuer (endpoints.443.tls.certificate.publiclyTrusted is false)',
})

it('was known by another name', () => expect(nameAndIssuer.formerly).toEqual(['certificates/issuer-trusted']))

it.each([
  ['localhost', true],
  ['CN=ehr', true],
  ['C=US, O=Harbor, CN = ehr.local', true],
  ['/C=US/CN=ehr.lan/O=Harbor', true],
  ['CN=2001:db8::1', false],
  ['ehr.corp.internal', true],
  ['*.home.arpa', true],
  ['ehr.INTRANET', true],
  ['10.1.2.3', true],
  ['127.0.0.1', true],
  ['192.168.0.1', true],
  ['169.254.1.1', true],
  ['172.16.0.1', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['172.15.0.1', false],
  ['110.1.2.3', false],
  ['198.51.100.7', false],
  ['harbor.example', false],
  ['*.harbor.example', false],
  ['local.harbor.example', false],
  ['CN=portal.harbor.example, O=Harbor', false],
  ['Portal', false],
  ['Certificate of the portal', false],
  ['', false],
])('%s is a name of the inside: %s', (subject, inside) => expect(isInsideName(subject)).toBe(inside))
