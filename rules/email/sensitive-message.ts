import {
  defineRule,
  fail,
  listed,
  mailStreams,
  messageWeakness,
  pass,
  passWith,
  practice,
  sensitiveData,
  unproven,
} from '#rule'

export const sensitiveMessage = defineRule({
  id: 'email/sensitive-message',
  title: 'Mail with data that is labelled sensitive is encrypted as a message',
  ground: practice('164.312(e)(2)(ii)'),
  severity: ({ value }) => (value.transport === 'enforced-verified' ? 'low' : 'medium'),
  subjects: mailStreams.where(
    'that carry data labelled sensitive, and that no patient chose to get plainly',
    (stream) => sensitiveData(stream).length > 0 && !stream.patientsChoice && stream.stays !== 'on-host',
  ),
  check: (stream) => {
    const encryption = stream.at('messageEncryption')
    const data = listed(sensitiveData(stream))
    if (encryption.value === undefined) return unproven(encryption)
    if (encryption.value === 'none') return fail(encryption, { found: `${data}; messageEncryption is none` })
    const { algorithm, endsAt } = encryption.value
    const when = stream.at('messageEncryption', 'when')
    const weakness = algorithm === undefined ? undefined : messageWeakness(algorithm)
    if (weakness !== undefined)
      return fail(stream.at('messageEncryption', 'algorithm'), {
        says: 'data that is labelled sensitive is encrypted with something weak',
        found: `${data}; algorithm is ${algorithm}: ${weakness}`,
      })
    if (when.value === undefined) return unproven(when)
    if (!when.value.includes('always') && !when.value.includes('sensitive'))
      return fail(when, { found: `${data}; when is ${listed(when.value)}` })
    return endsAt === 'gateway'
      ? passWith('encryption ends at the gateway of the recipient', when)
      : pass(when)
  },
  says: 'data that is labelled sensitive is mailed without encryption of the message',
  why: `
    TLS ends at each mail server, where administrators, archives and whoever breaks in read the message.
    Data that you labelled sensitive harms people most when it is read by the wrong ones; the label is yours.`,
  fix: 'Encrypt such messages with S/MIME or OpenPGP or have them picked up at a portal, and state `messageEncryption: { method, when: [sensitive] }`.',
  references: ['RFC 8551', 'RFC 9580', 'NIST SP 800-177 Rev. 1'],
  examples: {
    fails: 'messageEncryption: none',
    passes: 'messageEncryption: { method: smime, when: sensitive, endsAt: recipient }',
  },
})
