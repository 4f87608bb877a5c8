import { accessOfOurs, decide, defineRule } from '#rule'

export const automaticLogoff = defineRule({
  id: 'access-control/automatic-logoff',
  title: 'Sessions end by themselves when nobody uses them',
  ground: '164.312(a)(2)(iii)',
  severity: 'medium',
  subjects: accessOfOurs,
  check: (asset) => decide(asset.access('autoLogoff'), (period) => period !== 'never'),
  says: 'its sessions never end by themselves',
  why: 'A screen that is left alone belongs to whoever passes by, under the name of whoever left.',
  fix: 'Let idle sessions end, and state `autoLogoff` (a bedside monitor that must not may have a documented alternative).',
  references: ['NIST SP 800-66 Rev. 2, 5.3.1'],
  examples: { fails: 'autoLogoff: never', passes: 'autoLogoff: 15 minutes' },
})
