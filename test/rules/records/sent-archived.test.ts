import { sentArchived } from '#rules/records/sent-archived.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/streams/letters/archive'
const assets = `
    records: { systemsOfRecord: [ehr] }
    parties: [{ id: lab, relationship: treatment-provider }, { id: patients, relationship: individual }]
    vendors: [{ id: billing, relationship: business-associate }]
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: ehr, kind: relational-database, ephi: [stores] }
      - { id: replica, kind: relational-database, ephi: [stores], replicaOf: ehr }
      - { id: extract, kind: file-share, ephi: [stores], derivedFrom: ehr }
      - { id: engine, kind: integration-engine, ephi: [processes] }
      - { id: letters, kind: archive, ephi: [stores] }
      - { id: drop, kind: file-share, ephi: [stores], endpoints: [{ id: in, port: 22, protocol: sftp }, { port: 2575, protocol: mllp }, { port: 443, protocol: https }] }`
const stream = (stated: string) => `${assets}
    email: { streams: [{ id: letters, sender: mail, to: [patients], carries: ephi, ${stated} }] }`
const flow = (stated: string) => `${assets}
    flows: [{ id: out, carries: ephi, archive: none, ${stated} }]`
const fed = (stated: string, feed: string) => `${assets}
    flows: [{ id: out, carries: ephi, archive: none, ${stated} }, { carries: ephi, ${feed} }]`

ruleTable(sentArchived, {
  profile: 'recommended',
  system: stream,
  rows: [
    ['nothing keeps it', 'archive: none', 'fail', { path, severity: 'medium' }],
    ['kept', 'archive: letters', 'pass', path],
    ['nothing said', 'name: Letters', 'unproven', path],
  ],
  also: [
    [
      'drawn from a system of record',
      stream('archive: none').replace('sender: mail', 'sender: ehr'),
      'not-applicable',
    ],
    ['to ourselves', stream('archive: none').replace('to: [patients]', 'to: [letters]'), 'not-applicable'],
    ['sender not said', stream('archive: none').replace('sender: mail, ', ''), 'fail', path],
    ['files', flow('from: drop, to: billing, protocol: sftp'), 'fail', '/flows/out/archive'],
    ['files by FTP', flow('from: drop, to: billing, protocol: ftp'), 'fail'],
    ['HL7', flow('from: engine, to: lab, protocol: mllp'), 'fail'],
    ['a text', flow('from: engine, to: patients, medium: sms'), 'fail'],
    ['a fax', flow('from: engine, to: lab, medium: fax'), 'fail'],
    [
      'nothing said of a fax',
      flow('from: engine, to: lab, medium: fax').replace('archive: none, ', ''),
      'unproven',
    ],
    ['on paper', flow('from: engine, to: lab, medium: paper, protocol: sftp'), 'not-applicable'],
    ['a web page', flow('from: engine, to: lab, protocol: https'), 'not-applicable'],
    ['a protocol not said', flow('from: engine, to: lab'), 'not-applicable'],
    ['an explicit network', flow('from: engine, to: lab, medium: network, protocol: mllp'), 'fail'],
    ['fetched by them, from an endpoint', flow('from: lab, to: drop/in, data: from'), 'fail'],
    ['fetched by them, from a port', flow('from: lab, to: drop/2575, data: from'), 'fail'],
    ['fetched by them, from the web', flow('from: lab, to: drop/443, data: from'), 'not-applicable'],
    ['fetched by us', flow('from: drop, to: lab, protocol: sftp, data: from'), 'not-applicable'],
    ['brought to us', flow('from: lab, to: drop/in, data: to'), 'not-applicable'],
    ['among our own', flow('from: engine, to: drop/in'), 'not-applicable'],
    ['a system of record sends', flow('from: ehr, to: lab, protocol: mllp'), 'not-applicable'],
    ['its replica sends', flow('from: replica, to: lab, protocol: mllp'), 'not-applicable'],
    ['an extract of it is sent', flow('from: extract, to: lab, protocol: sftp'), 'not-applicable'],
    [
      'a system of record feeds what sends',
      fed('from: engine, to: lab, protocol: mllp', 'from: ehr, to: engine, data: to'),
      'not-applicable',
    ],
    [
      'what sends fetches it from a system of record',
      fed('from: engine, to: lab, protocol: mllp', 'from: engine, to: ehr, data: from'),
      'not-applicable',
    ],
    [
      'what sends talks both ways with a system of record',
      fed('from: engine, to: lab, protocol: mllp', 'from: engine, to: ehr'),
      'not-applicable',
    ],
    [
      'a system of record fetches from what sends',
      fed('from: engine, to: lab, protocol: mllp', 'from: ehr, to: engine, data: from'),
      'fail',
    ],
    [
      'what sends writes to a system of record',
      fed('from: engine, to: lab, protocol: mllp', 'from: engine, to: ehr, data: to'),
      'fail',
    ],
    [
      'another system feeds what sends',
      fed('from: engine, to: lab, protocol: mllp', 'from: drop, to: engine, data: to'),
      'fail',
    ],
  ],
  notApplicable: stream('archive: none').replace('carries: ephi', 'carries: none'),
  message:
    'letters: nothing keeps what is sent, and no system of record has it (email.streams.letters.archive is none)',
})
