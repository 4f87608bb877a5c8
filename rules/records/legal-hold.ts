import { any, assets, defineRule, expectTrue, practice, underLegalHold } from '#rule'

export const legalHold = defineRule({
  id: 'records/legal-hold',
  title: 'What is under legal hold cannot be deleted',
  ground: practice('164.312(c)(1)', 'Fed. R. Civ. P. 37(e)'),
  severity: 'medium',
  subjects: assets.all.where('under legal hold', underLegalHold),
  check: (asset) =>
    any(
      expectTrue(asset.at('recovery', 'deletionProtection')),
      expectTrue(asset.at('integrity', 'writeOnce')),
    ),
  says: 'it is under legal hold, and what is on it can be deleted',
  why: 'Records that a court asked for and that are gone by then cost the case, and more.',
  fix: 'Protect it against deletion until the hold ends, and state `recovery: { deletionProtection: true }` or `integrity: { writeOnce: true }`.',
  references: ['Fed. R. Civ. P. 37(e)'],
  examples: {
    fails: 'recovery: { deletionProtection: false }, integrity: { writeOnce: false }',
    passes: 'recovery: { deletionProtection: true }',
  },
})
