import { lifetime } from '#rules/certificates/lifetime.js'
import { flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const certificate = '/assets/web/endpoints/443/tls/certificate'
const system = (stated: string, trusted = true) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { certificate: { publiclyTrusted: ${trusted}, ${stated} } } }] }]`

ruleTable(lifetime, {
  system: (stated) => system(stated),
  rows: [
    [
      'a year, issued lately',
      'notBefore: 2026-04-01, notAfter: 2027-04-01',
      'fail',
      { path: `${certificate}/notAfter`, severity: 'low' },
    ],
    ['200 days, the bound itself', 'notBefore: 2026-03-15, notAfter: 2026-10-01', 'pass'],
    ['201 days', 'notBefore: 2026-03-15, notAfter: 2026-10-02', 'fail'],
    ['398 days, issued the day before', 'notBefore: 2026-03-14, notAfter: 2027-04-16', 'pass'],
    ['399 days, issued the day before', 'notBefore: 2026-03-14, notAfter: 2027-04-17', 'fail'],
    ['beginning not said', 'notAfter: 2027-04-01', 'unproven', `${certificate}/notBefore`],
    ['end not said', 'notBefore: 2026-04-01', 'unproven', `${certificate}/notAfter`],
  ],
  also: [
    ['of a CA of one’s own', system('notBefore: 2026-04-01, notAfter: 2036-04-01', false), 'not-applicable'],

    [
      'a flow states it',
      flowOut('tls: { certificate: { publiclyTrusted: true, notBefore: 2026-04-01, notAfter: 2027-04-01 } }'),
      'fail',
      '/flows/send/encryption/tls/certificate/notAfter',
    ],
  ],
  message: 'web/443: its certificate lives longer than a public CA may issue (365 days, allowed are 200)',
})
