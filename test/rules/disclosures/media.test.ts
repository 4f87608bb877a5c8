import { media } from '#rules/disclosures/media.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/disclosures/media'

ruleTable(media, {
  system: (stated) => `
    system: { name: Clinic }
    disclosures: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['electronic alone', 'media: [electronic]', 'fail', { path, severity: 'medium' }],
    ['all', 'media: [electronic, paper, fax, oral]', 'pass', path],
    ['without electronic', 'media: [paper, fax, oral]', 'fail', path],
    ['without paper', 'media: [electronic, fax, oral]', 'fail', path],
    ['without fax', 'media: [electronic, paper, oral]', 'fail', path],
    ['without oral', 'media: [electronic, paper, fax]', 'fail', path],
    ['nothing said', 'accounting: true', 'unproven', path],
  ],
  message: 'Clinic: disclosures on some media are not recorded (without paper, fax and oral)',
})
