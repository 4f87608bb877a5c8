import { certificateSpeakers, decide, defineRule, practice } from '#rule'

export const renewal = defineRule({
  id: 'certificates/renewal',
  title: 'Public certificates renew by themselves',
  ground: practice('164.312(e)(1)'),
  severity: 'low',
  subjects: certificateSpeakers.where(
    '(with a publicly trusted certificate)',
    ({ certificate }) => certificate.value?.publiclyTrusted === true,
  ),
  check: ({ certificate }) => decide(certificate.at('renewal'), (how) => how === 'automatic'),
  says: 'somebody has to remember to renew its certificate',
  why: 'Public certificates live at most 200 days since March 2026, 100 from 2027 and 47 from 2029: what is done by hand is forgotten.',
  fix: 'Let it be renewed by ACME or by the platform, and state `certificate: { renewal: automatic }`.',
  references: ['CA/Browser Forum, SC-081v3'],
  examples: { fails: 'renewal: manual', passes: 'renewal: automatic' },
})
