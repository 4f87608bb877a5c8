import { decide, defineRule, isAttested, newYorkHospital, passWith, state } from '#rule'

export const nyHospitalLogIn = defineRule({
  id: 'neighbouring-law/ny-hospital-log-in',
  title: 'Hospitals in New York ask a second factor, or judge the risk of each log-in',
  ground: state('10 NYCRR 405.46'),
  severity: 'medium',
  subjects: newYorkHospital,
  check: (system) => {
    const required = system.at('identity', 'mfa', 'required')
    const asked = decide(required, (who) => who.length > 0, { found: 'asked of nobody' })
    return asked.is === 'fail' && isAttested(required, system)
      ? passWith('a compensating control, as somebody signed', required)
      : asked
  },
  says: 'nobody is asked a second factor',
  why: `
    The regulation asks general hospitals for authentication by several factors or by the risk of the log-in. It is in
    force whole since October 2025.`,
  fix: `
    Ask a second factor, of remote access first, and state \`identity: { mfa: { required } }\`. A compensating control
    (405.46(b)(3)) is shown by attesting \`identity.mfa.required\` with its document.`,
  references: ['10 NYCRR 405.46, as known in November 2026'],
  examples: { fails: 'mfa: false', passes: 'mfa: true' },
})
