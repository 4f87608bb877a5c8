import { part2Notice } from '#rules/neighbouring-law/part2-notice.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/referral/redisclosureNotice'
const consent = 'authorization: { kind: patient }'
const system = (stated: string, ends = 'from: ehr, to: hospital, data: to', carries = 'program') => `
    data: [{ id: program, class: ephi, sensitivity: part2 }, { id: chart, class: ephi, sensitivity: hiv }]
    vendors: [{ id: host, relationship: business-associate, baa: true }, { id: friend, relationship: treatment-provider }]
    parties: [{ id: hospital, relationship: treatment-provider }, { id: patients, relationship: individual }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }, { id: archive, kind: archive }]
    flows: [{ id: referral, ${ends}, carries: ${carries}, ${stated} }]`
const without = `${consent}, redisclosureNotice: false`

ruleTable(part2Notice, {
  system: (stated) => system(stated),
  rows: [
    ['by consent, without', without, 'fail', { path, severity: 'medium' }],
    ['by consent, with', `${consent}, redisclosureNotice: true`, 'pass', path],
    ['by consent, not said', consent, 'unproven', path],
    ['on what ground is not said, with', 'redisclosureNotice: true', 'pass', path],
    [
      'on what ground is not said, without',
      'redisclosureNotice: false',
      'unproven',
      '/flows/referral/authorization/kind',
    ],
    ['a document of which kind', 'authorization: { document: form }, redisclosureNotice: false', 'unproven'],
    ['nothing said', 'purpose: treatment', 'unproven', path],
    ['in an emergency, without consent', 'authorization: none, redisclosureNotice: false', 'not-applicable'],
    [
      'for an audit that the law asks',
      'authorization: { kind: required-by-law }, redisclosureNotice: false',
      'not-applicable',
    ],
    ['by court order', 'authorization: { kind: court-order }, redisclosureNotice: false', 'not-applicable'],
  ],
  also: [
    ['fetched by them', system(without, 'from: hospital, to: ehr, data: from'), 'fail', path],
    ['both ways', system(without, 'from: hospital, to: ehr'), 'fail', path],
    ['both ways, opened by us', system(without, 'from: ehr, to: hospital'), 'fail', path],
    ['sent by them', system(without, 'from: hospital, to: ehr, data: to'), 'not-applicable'],
    ['fetched by us', system(without, 'from: ehr, to: hospital, data: from'), 'not-applicable'],
    ['to the patient', system(without, 'from: ehr, to: patients'), 'not-applicable'],
    ['inside', system(without, 'from: ehr, to: archive'), 'not-applicable'],
    ['other records', system(without, 'from: ehr, to: hospital', 'chart'), 'not-applicable'],
    ['to who works for us', system('redisclosureNotice: false', 'from: ehr, to: host'), 'not-applicable'],
    ['to who works for us, by consent', system(without, 'from: ehr, to: host'), 'fail', path],
    [
      'between who works for us and somebody else, on a ground that is not said',
      system('data: both', 'from: host, to: hospital'),
      'unproven',
      path,
    ],
    ['to a vendor who treats', system('data: to', 'from: ehr, to: friend'), 'unproven', path],
  ],
  message:
    'referral: records under 42 CFR Part 2 go out without the notice of what the recipient may do with them (redisclosureNotice is false)',
})
