import { tracker } from '#rules/business-associates/tracker.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/pixel/baa'
const relationship = '/vendors/pixel/relationship'
const system = (stated: string, pages = 'pages: [public, authenticated]') => `
    vendors: [{ id: pixel, name: Pixel, ${stated} }]
    assets: [{ id: portal, kind: web-app, ephi: [processes], thirdPartyScripts: [{ vendor: pixel, ${pages} }] }]`

ruleTable(tracker, {
  system: (stated) => system(stated),
  rows: [
    ['no agreement', 'baa: none', 'fail', { path, severity: 'high' }],
    ['an agreement', 'baa: true', 'pass', path],
    ['nothing said', 'notes: of the web agency', 'unproven', path],
    ['nothing to do with us', 'relationship: none', 'fail', { path: relationship, severity: 'high' }],
    ['nothing to do with us, and no agreement', 'relationship: none, baa: none', 'fail', path],
    ['nothing to do with us, whatever is signed', 'relationship: none, baa: true', 'fail', relationship],
    ['a business associate', 'relationship: business-associate, baa: true', 'pass'],
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
    [
      'nothing to do with us, on the log-in page',
      system('relationship: none', 'pages: [login]'),
      'fail',
      { severity: 'medium' },
    ],
    [
      'a business associate that gets more, without an agreement',
      `${system('relationship: business-associate, baa: none')}
    flows: [{ from: portal, to: pixel, carries: ephi }]`,
      'fail',
      path,
    ],
  ],
  notApplicable: [
    // Another rule speaks of vendors that have nothing to do with us, and get more than their script sees.
    `${system('relationship: none')}
    flows: [{ from: portal, to: pixel, carries: ephi }]`,
    'vendors: [{ id: pixel, baa: none }]\nassets: [{ id: site, kind: web-app, ephi: none, thirdPartyScripts: [{ vendor: pixel }] }, { id: db, kind: server, ephi: [stores] }]',
  ],
  message:
    'portal, script of Pixel: its script runs on pages with ePHI, and there is no agreement (baa is none)',
})
