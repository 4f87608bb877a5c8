import { defineRule, encryptedMessages, fail, pass, practice, unproven } from '#rule'

export const message = defineRule({
  id: 'drift/message',
  title: 'Messages that are said to be encrypted are',
  ground: practice('164.308(a)(1)(ii)(A)'),
  related: ['164.312(e)(2)(ii)'],
  severity: 'medium',
  subjects: encryptedMessages,
  check: ({ at, claimed, value: { stream } }) => {
    const seen = at('encryption')
    if (seen.value === undefined)
      return unproven(seen, 'how the message itself is protected was not looked at')
    return seen.value === 'none'
      ? fail(
          seen,
          {
            found: `messageEncryption.method of ${stream} is stated as ${claimed.value}, and observed as none`,
          },
          claimed,
        )
      : pass(seen, claimed)
  },
  says: 'it was not encrypted as it is claimed of every message',
  why: `
    A message that was to be encrypted and was not is read by every server on its way, and kept so in every mailbox.
    Whoever decided to send ePHI by mail decided on the strength of that claim.`,
  fix: 'Find out why it was not (a partner without a key, a rule of the gateway that did not match), mend that or the claim, and look at another message.',
  references: ['RFC 8551', 'RFC 9580'],
  examples: {
    fails: 'messageEncryption: { method: smime, when: always } # and a message of the stream is plain',
    passes: 'Content-Type: application/pkcs7-mime; smime-type=authenveloped-data',
  },
})
