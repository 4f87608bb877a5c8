import { segmentation } from '#rules/proposed-2025/segmentation.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/zonePolicy/default'

ruleTable(segmentation, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    system: { name: Harbor }
    ${stated}`,
  rows: [
    ['all may pass', 'zonePolicy: { default: allow }', 'fail', { path, severity: 'medium' }],
    ['nothing passes unless it is named', 'zonePolicy: { default: deny }', 'pass', path],
    ['no zones', 'zones: []', 'fail', '/zones'],
    ['zones, and nothing said of what passes', 'zones: [{ id: a, trust: internal }]', 'unproven', path],
    ['nothing said', 'identity: { uniqueIds: true }', 'unproven', path],
  ],
  also: [['no zones, and yet a policy', 'zones: []\nzonePolicy: { default: deny }', 'pass']],
  message:
    'Harbor: the proposal would ask for a segmented network, and here every zone reaches every other (zonePolicy.default is allow)',
})
