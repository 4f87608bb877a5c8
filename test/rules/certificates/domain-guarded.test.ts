import { domainGuarded } from '#rules/certificates/domain-guarded.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/system/domains/harbor.example'

ruleTable(domainGuarded, {
  system: (stated) => `
    system: { domains: [{ name: harbor.example, ${stated} }] }`,
  rows: [
    ['no CAA record', 'caa: false, registrarLock: true', 'fail', { path: `${path}/caa`, severity: 'low' }],
    [
      'no lock',
      'caa: true, registrarLock: false',
      'fail',
      { path: `${path}/registrarLock`, severity: 'low' },
    ],
    ['both', 'caa: true, registrarLock: true', 'pass'],
    ['both, signed', 'caa: true, registrarLock: true, dnssec: true', 'pass'],
    [
      'both, not signed',
      'caa: true, registrarLock: true, dnssec: false',
      'fail',
      { path: `${path}/dnssec`, severity: 'info' },
    ],
    [
      'neither, not signed',
      'caa: false, registrarLock: false, dnssec: false',
      'fail',
      { path: `${path}/caa`, severity: 'low' },
    ],
    ['CAA alone said', 'caa: true', 'unproven', `${path}/registrarLock`],
    ['lock alone said', 'registrarLock: true', 'unproven', `${path}/caa`],
  ],
  notApplicable: 'system: { name: Harbor }',
  message:
    'harbor.example: any CA may issue certificates for it (system.domains.harbor.example.caa is false)',
})
