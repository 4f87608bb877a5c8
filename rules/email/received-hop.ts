import { defineRule, judgeReceived, receivedHops } from '#rule'

export const receivedHop = defineRule({
  id: 'email/received-hop',
  title: 'Mail that was received came encrypted',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: 'high',
  subjects: receivedHops,
  check: judgeReceived,
  says: 'it came in clear',
  why: `
    A message in clear is read, copied and changed by every network on its way, and nobody notices.
    Its headers are the only trace that is left of how it came.`,
  fix: `
    Ask the sender to refuse delivery without TLS, or to encrypt the message itself; see that our server offers STARTTLS
    with a certificate that is valid, and look at another message then.`,
  references: ['RFC 3848', 'RFC 3207', 'NIST SP 800-177 Rev. 1'],
  examples: {
    fails: 'with ESMTP id 4S0N # by a server that is described to end TLS itself',
    passes: 'with ESMTPS id 4S0N (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384)',
  },
})
