import { tracker } from '#rules/business-associates/tracker.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/pixel/baa'
const system = (stated: string, pages = 'pages: [public, authenticated]') => `
    vendors: [{ id: pixel, name: Pixel, ${stated} }]
    assets: [{ id: portal, kind: web-app, ephi: [processes], thirdPartyScripts: [{ vendor: pixel, ${pages} }] }]`

ruleTable(tracker, {
  system: (stated) => system(stated),
  rows: [
    ['no agreement', 'baa: none', 'fail', { path, severity: 'high' }],
    ['an agreement', 'baa: true', 'pass', path],
    ['nothing said', 'relationship: none', 'unproven', path],
  ],
  also: [
    ['on the log-in page', system('baa: none', 'pages: [login]'), 'fail', { severity: 'medium' }],
    [
      'on the page for appointments',
      system('baa: none', 'pages: [appointment]'),
      'fail',
      { severity: 'medium' },
    ],
    ['on public pages alone', system('baa: none', 'pages: [public]'), 'fail', { severity: 'info' }],
    ['pages not said', system('baa: none', 'notes: everywhere'), 'fail', { severity: 'high' }],
  ],
  notApplicable:
    'vendors: [{ id: pixel, baa: none }]\nassets: [{ id: site, kind: web-app, ephi: none, thirdPartyScripts: [{ vendor: pixel }] }, { id: db, kind: server, ephi: [stores] }]',
  message:
    'portal, script of Pixel: its script runs on pages with ePHI, and there is no agreement (baa is none)',
})
