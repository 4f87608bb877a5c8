import { noticeWindow } from '#rules/business-associates/notice-window.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/breachNotice'
const system = (baa: string, relationship = 'business-associate') => `
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, baa: ${baa} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`

ruleTable(noticeWindow, {
  system: (stated) => system(`{ ${stated} }`),
  rows: [
    ['a day too long', 'breachNotice: 61 days', 'fail', { path, severity: 'high' }],
    ['60 days, the bound itself', 'breachNotice: 60 days', 'pass', path],
    ['two months, which may have 59 days', 'breachNotice: 2 months', 'pass', path],
    ['three months', 'breachNotice: 3 months', 'fail', path],
    ['nothing said', 'executedOn: 2024-03-01', 'unproven', path],
  ],
  also: [
    ['a provider who treats', system('{ breachNotice: 90 days }', 'treatment-provider'), 'not-applicable'],
    ['no agreement', system('none'), 'not-applicable'],
  ],
  message:
    'Host LLC: its agreement gives it longer than 60 days to tell of a breach (baa.breachNotice is 61 days)',
})
