import { defineRule, expectTrue, practice, recordingEphi } from '#rule'

export const timeSync = defineRule({
  id: 'audit-controls/time-sync',
  title: 'The clocks of records of activity agree',
  ground: practice('164.312(b)'),
  severity: 'low',
  subjects: recordingEphi,
  check: (asset) => expectTrue(asset.at('audit', 'timeSync')),
  says: 'its clock is not synchronised',
  why: `
    What happened first can be told only if all clocks tell the same time.
    A record that is minutes off puts the wrong person at the keyboard.`,
  fix: `
    Let it get its time from the time servers that everything else uses, and record in one time zone.
    State \`audit: { timeSync: true }\`.`,
  references: ['NIST SP 800-92'],
  examples: { fails: 'timeSync: false', passes: 'timeSync: true' },
})
