import { defineRule, expectFalse, mailStreams, passWith, practice } from '#rule'

export const subjectExposure = defineRule({
  id: 'email/subject-exposure',
  title: 'Subject lines carry no PHI',
  ground: practice('164.312(e)(1)', 'RFC 9788'),
  severity: ({ value: { transport } }) =>
    transport === 'enforced' || transport === 'enforced-verified' ? 'low' : 'medium',
  subjects: mailStreams.where(
    'that no patient chose to get plainly',
    ({ patientsChoice, stays }) => !patientsChoice && stays !== 'on-host',
  ),
  check: (stream) => {
    const protection = stream.at('messageEncryption', 'headerProtection')
    if (protection.value === 'rfc9788' && stream.alwaysEncrypted)
      return passWith('the subject is encrypted with the message', protection)
    const allowed = stream.at('subjectPolicy', 'phiAllowed')
    return allowed.value === false && stream.value.subjectPolicy?.enforced === 'none'
      ? passWith('it is forbidden, and nothing enforces it', allowed)
      : expectFalse(allowed)
  },
  says: 'PHI may stand in the subject line',
  why: `
    S/MIME and OpenPGP leave the subject open unless headers are protected, and logs, lists of messages and locked
    telephones show it to everybody. A name beside a diagnosis is PHI wherever it is read.`,
  fix: 'Forbid PHI in subjects and check it with a filter, and state `subjectPolicy: { phiAllowed: false, enforced: dlp }`, or protect headers and state `headerProtection: rfc9788`.',
  references: ['RFC 9788', 'RFC 8551', 'RFC 9580'],
  examples: {
    fails: 'subjectPolicy: { phiAllowed: true }',
    passes: 'subjectPolicy: { phiAllowed: false, enforced: dlp }',
  },
})
