import { accessOfOurs, defineRule, expectTrue, practice } from '#rule'

export const emergencyAccessWatched = defineRule({
  id: 'access-control/emergency-access-watched',
  title: 'Use of emergency access raises an alert',
  ground: practice('164.312(a)(2)(ii)'),
  severity: 'medium',
  subjects: accessOfOurs.where('with emergency access', (asset) => {
    const { value } = asset.access('emergencyAccess')
    return value !== undefined && value !== 'none' && value.document !== 'none'
  }),
  check: (asset) => expectTrue(asset.access('emergencyAccess').at('alerting')),
  says: 'nobody is told when emergency access is used',
  why: 'The account that opens everything is the one an intruder wants; only an alert tells the one use from the other.',
  fix: 'Raise an alert at every use, review each afterwards, and state `emergencyAccess: { alerting: true }`.',
  examples: {
    fails: 'emergencyAccess: { document: SOP-7, alerting: false }',
    passes: 'emergencyAccess: { document: SOP-7, alerting: true }',
  },
})
