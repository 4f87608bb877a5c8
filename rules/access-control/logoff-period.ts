import { accessOfOurs, defineRule, duration, expectAtMost, practice } from '#rule'

export const logoffPeriod = defineRule({
  id: 'access-control/logoff-period',
  title: 'Idle sessions end soon',
  ground: practice('164.312(a)(2)(iii)'),
  severity: 'low',
  subjects: accessOfOurs.where(
    'whose sessions end by themselves',
    (asset) => asset.access('autoLogoff').value !== 'never' && asset.access('autoLogoff').value !== undefined,
  ),
  parameters: {
    soon: duration('PT30M', 'The longest idle time that raises no finding.'),
    latest: duration('PT60M', 'The idle time above which the finding weighs more.'),
  },
  check: (asset, { soon, latest }) => {
    const period = asset.access('autoLogoff')
    const late = expectAtMost(period, latest, { severity: 'medium' })
    return late.is === 'fail' ? late : expectAtMost(period, soon)
  },
  says: 'its idle sessions last longer than {soon}',
  why: 'The law names no time. The longer a screen stands open, the more people pass it; shared places need minutes.',
  fix: 'End idle sessions after {soon} at most, sooner where patients pass, and state `autoLogoff`.',
  examples: { fails: 'autoLogoff: 45 minutes', passes: 'autoLogoff: 15 minutes' },
})
