import { inDate } from '#rules/certificates/in-date.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const certificate = '/assets/web/endpoints/443/tls/certificate'

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: web, kind: web-app, vendor: ${vendor}, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { certificate: { ${stated} } } }] }]`

ruleTable(inDate, {
  system: (stated) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { certificate: { ${stated} } } }] }]`,
  rows: [
    [
      'expired yesterday',
      'notAfter: 2026-11-23',
      'fail',
      { path: `${certificate}/notAfter`, severity: 'high' },
    ],
    ['last day', 'notAfter: 2026-11-24', 'pass', `${certificate}/notAfter`],
    [
      'from tomorrow',
      'notBefore: 2026-11-25, notAfter: 2027-11-25',
      'fail',
      { path: `${certificate}/notBefore`, severity: 'high' },
    ],
    ['from today', 'notBefore: 2026-11-24, notAfter: 2027-11-25', 'pass'],
    [
      '29 of 90 days left',
      'notBefore: 2026-09-24, notAfter: 2026-12-23, renewal: manual',
      'fail',
      { path: `${certificate}/notAfter`, severity: 'low' },
    ],
    [
      '30 of 90 days left, the bound itself',
      'notBefore: 2026-09-25, notAfter: 2026-12-24, renewal: manual',
      'pass',
    ],
    ['2 of 6 days left', 'notBefore: 2026-11-20, notAfter: 2026-11-26', 'pass'],
    ['1 of 6 days left', 'notBefore: 2026-11-19, notAfter: 2026-11-25', 'fail', { severity: 'low' }],
    ['due, but renewed by itself', 'notBefore: 2026-09-01, notAfter: 2026-11-30, renewal: automatic', 'pass'],
    ['due, its beginning not said', 'notAfter: 2026-11-30', 'pass'],
    ['end not said', 'renewal: automatic', 'unproven', `${certificate}/notAfter`],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'subject: web'), 'not-applicable'],
    ['a vendor runs it, and it is stated that it is wrong', byVendor('host', 'notAfter: 2026-11-23'), 'fail'],
    ['a vendor runs it, and it is right', byVendor('host', 'notAfter: 2026-11-24'), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'subject: web'), 'unproven'],

    [
      'a flow states it',
      flowOut('tls: { certificate: { notAfter: 2026-11-23 } }'),
      'fail',
      '/flows/send/encryption/tls/certificate/notAfter',
    ],
    ['a flow is right', flowOut('tls: { certificate: { notAfter: 2027-11-23 } }'), 'pass'],
    ['a flow says nothing', flowOut('protocol: tls'), 'not-applicable'],
    ['a flow says nothing of the day', flowOut('tls: { certificate: { issuer: ours } }'), 'not-applicable'],
    [
      'a flow shows the certificate of its endpoint',
      flowIn(
        'tls: { certificate: { notAfter: 2026-11-23 } }',
        'protocol: https, tls: { certificate: { notAfter: 2026-11-23, issuer: ours } }',
      ),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow shows the certificate of an endpoint in clear, of which nobody asks',
      flowIn(
        'tls: { certificate: { notAfter: 2026-11-23 } }',
        'protocol: https, encryption: none, tls: { certificate: { notAfter: 2026-11-23 } }',
      ),
      'fail',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: its certificate has expired (endpoints.443.tls.certificate.notAfter is 2026-11-23)',
})
