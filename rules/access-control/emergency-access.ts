import { accessOfOurs, decide, defineRule } from '#rule'

export const emergencyAccess = defineRule({
  id: 'access-control/emergency-access',
  title: 'There is a way to get at ePHI in an emergency',
  ground: '164.312(a)(2)(ii)',
  severity: 'high',
  subjects: accessOfOurs,
  check: (asset) =>
    decide(asset.access('emergencyAccess'), (value) => value !== 'none' && value.document !== 'none'),
  says: 'there is no procedure for getting at it in an emergency',
  why: 'When the usual way in is down, a patient still needs the allergy list. Without a procedure, people find a way of their own, unwatched.',
  fix: 'Write down who may break the glass, how, and what follows; keep the means sealed; state `emergencyAccess: { document, date, alerting }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.1'],
  examples: {
    fails: 'emergencyAccess: none',
    passes: 'emergencyAccess: { document: SOP-7, date: 2026-02-01 }',
  },
})
