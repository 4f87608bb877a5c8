import { reidentificationCode } from '#rules/data-classes/reidentification-code.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/data/stats/reidentificationCode'
const system = (stated: string, method = 'safe-harbor') => `
    data: [{ id: stats, class: deidentified, deidentification: { method: ${method}, date: 2026-01-01, by: I. J., document: D-1 }, ${stated} }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`
const code = (text: string) => `reidentificationCode: { ${text} }`

ruleTable(reidentificationCode, {
  system: (stated) => system(stated),
  rows: [
    ['a hash', code('made: hash, keptApart: true'), 'fail', { path: `${path}/made`, severity: 'high' }],
    ['derived', code('made: derived, keptApart: true'), 'fail', { path: `${path}/made`, severity: 'high' }],
    [
      'a keyed hash',
      code('made: keyed-hash, keptApart: true'),
      'fail',
      { path: `${path}/made`, severity: 'medium' },
    ],
    [
      'a keyed hash, of which no more is said',
      code('made: keyed-hash'),
      'fail',
      { path: `${path}/made`, severity: 'medium' },
    ],
    [
      'a keyed hash, with its key',
      code('made: keyed-hash, keptApart: false'),
      'fail',
      { path: `${path}/keptApart`, severity: 'high' },
    ],
    ['random, kept apart', code('made: random, keptApart: true'), 'pass'],
    [
      'random, kept with the data',
      code('made: random, keptApart: false'),
      'fail',
      { path: `${path}/keptApart`, severity: 'high' },
    ],
    ['random, of which no more is said', code('made: random'), 'unproven', `${path}/keptApart`],
    ['kept apart, and how it is made is not said', code('keptApart: true'), 'unproven', `${path}/made`],
    ['no code', 'individuals: 3', 'not-applicable'],
  ],
  also: [
    [
      'a hash that an expert judged',
      system(code('made: hash, keptApart: true'), 'expert-determination'),
      'pass',
    ],
    [
      'a keyed hash that an expert judged',
      system(code('made: keyed-hash, keptApart: true'), 'expert-determination'),
      'pass',
    ],
    [
      'a hash that an expert judged, kept with the data',
      system(code('made: hash, keptApart: false'), 'expert-determination'),
      'fail',
      `${path}/keptApart`,
    ],
    [
      'a hash that an expert judged, of which no more is said',
      system(code('made: hash'), 'expert-determination'),
      'unproven',
      `${path}/keptApart`,
    ],
    [
      'an expert, and how it is made is not said',
      system(code('keptApart: true'), 'expert-determination'),
      'unproven',
      `${path}/made`,
    ],
    ['random, by an expert', system(code('made: random, keptApart: true'), 'expert-determination'), 'pass'],
  ],
  notApplicable:
    'data: [{ id: chart, class: ephi, reidentificationCode: { made: hash } }]\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
  message:
    'stats: its codes for re-identification are made from the data about the person (reidentificationCode.made is hash)',
})
