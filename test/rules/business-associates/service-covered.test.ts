import { serviceCovered } from '#rules/business-associates/service-covered.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/files/service'

ruleTable(serviceCovered, {
  system: (stated) => `
    vendors: [{ id: host, relationship: business-associate, baa: { covers: [Storage, " mail "] } }]
    assets: [{ id: files, kind: object-store, vendor: host, ephi: [stores], ${stated} }]`,
  rows: [
    ['not covered', 'service: Chat', 'fail', { path, severity: 'high' }],
    ['covered', 'service: storage', 'pass', path],
    ['covered, spaces apart', 'service: "Mail"', 'pass', path],
    ['by its product', 'product: { name: Storage }', 'pass', '/assets/files/product/name'],
    ['by its product, not covered', 'product: { name: Chat }', 'fail', '/assets/files/product/name'],
    ['the service counts', 'service: Chat, product: { name: Storage }', 'fail', path],
    ['neither said', 'region: us-east-1', 'unproven', path],
  ],
  notApplicable: [
    'vendors: [{ id: host, relationship: health-plan, baa: { covers: [Storage] } }]\nassets: [{ id: files, kind: object-store, vendor: host, ephi: [stores], service: Chat }]',
    'vendors: [{ id: host, baa: true }]\nassets: [{ id: files, kind: object-store, vendor: host, ephi: [stores], service: Chat }]',
    'vendors: [{ id: host, baa: none }]\nassets: [{ id: files, kind: object-store, vendor: host, ephi: [stores], service: Chat }]',
  ],
  message: 'files: the vendor’s agreement does not cover this service (service is Chat)',
})
