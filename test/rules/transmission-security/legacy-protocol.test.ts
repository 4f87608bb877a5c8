import { legacyProtocol } from '#rules/transmission-security/legacy-protocol.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/drop/endpoints/21/protocol'

ruleTable(legacyProtocol, {
  system: (stated) => `
    assets:
      - { id: lab, kind: server, ephi: [creates] }
      - { id: drop, kind: file-share, ephi: [stores], endpoints: [{ port: 21, ${stated} }] }
    flows: [{ from: lab, to: drop, carries: ephi }]`,
  rows: [
    ['FTP', 'protocol: ftp', 'fail', { path, severity: 'high' }],
    ['FTP over TLS', 'protocol: ftp, encryption: required', 'pass'],
    [
      'FTP that may be encrypted',
      'protocol: ftp, encryption: optional',
      'unproven',
      '/assets/drop/endpoints/21/encryption',
    ],
    ['Telnet', 'protocol: telnet', 'fail', path],
    ['TN3270 in clear', 'protocol: tn3270, encryption: none', 'fail', path],
    ['TN3270, not said', 'protocol: tn3270', 'unproven', '/assets/drop/endpoints/21/encryption'],
    ['LDAP in clear', 'protocol: ldap, encryption: none', 'fail', path],
    ['POP3 in clear', 'protocol: pop3, encryption: none', 'fail', path],
    ['IMAP in clear', 'protocol: imap, encryption: none', 'fail', path],
    ['SMB 1', 'protocol: smb, smb: { minVersion: "1.0" }, encryption: none', 'fail', path],
    ['SMB 3', 'protocol: smb, smb: { minVersion: "3.0" }, encryption: none', 'not-applicable'],
    ['PostgreSQL, of which another rule speaks', 'protocol: postgresql, encryption: none', 'not-applicable'],
    ['to the internet', 'protocol: ftp, exposure: public', 'fail', { path, severity: 'critical' }],
  ],
  message: 'lab → drop/21: a protocol of the clear carries ePHI (endpoints.21.protocol is ftp)',
})
