import { movedWithCopy } from '#rules/device-and-media/moved-with-copy.js'
import { ruleTable } from '#test/rule-table.js'

const system = (stated: string, assets = '{ id: [files, nas] }') => `
    assets:
      - { id: nas, kind: server, ephi: [stores] }
      - { id: files, kind: server, ephi: [stores] }
      - { id: bucket, kind: object-store, ephi: [stores] }
      - { id: spare, kind: server, ephi: none }
    moves: [{ assets: ${assets}, ${stated} }]`
const never = 'copyVerifiedOn: never'

ruleTable(movedWithCopy, {
  system: (stated) => system(stated),
  rows: [
    ['no copy', `date: 2026-10-10, ${never}`, 'fail', { path: '/moves/0/copyVerifiedOn', severity: 'low' }],
    ['a copy the day before', 'date: 2026-10-10, copyVerifiedOn: 2026-10-09', 'pass'],
    ['a copy on the day, the bound itself', 'date: 2026-10-10, copyVerifiedOn: 2026-10-10', 'pass'],
    [
      'a copy the day after',
      'date: 2026-10-10, copyVerifiedOn: 2026-10-11',
      'fail',
      '/moves/0/copyVerifiedOn',
    ],
    ['copy not said', 'date: 2026-10-10', 'unproven', '/moves/0/copyVerifiedOn'],
    ['day of the move not said', 'copyVerifiedOn: 2026-10-09', 'unproven', '/moves/0/date'],
  ],
  also: [
    ['to another cloud', system(never, '{ id: bucket }'), 'not-applicable'],
    ['without ePHI', system(never, '{ id: spare }'), 'not-applicable'],
    ['everything', system(never, '{}'), 'fail'],
    ['day not said', system(never, '{ id: [nas] }'), 'fail', { subject: 'move of nas' }],
    [
      'one of them alone',
      system(`date: 2026-10-10, ${never}`, '{ id: nas }'),
      'fail',
      { subject: 'move of nas on 2026-10-10' },
    ],
  ],
  notApplicable: 'assets: [{ id: files, kind: server, ephi: [stores] }]',
  message:
    'move of files and 1 more on 2026-10-10: it was moved without a copy of what is on it (copyVerifiedOn is never)',
})
