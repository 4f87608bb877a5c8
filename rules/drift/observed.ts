import { contestedFacts, defineRule, fail, practice } from '#rule'

export const observed = defineRule({
  id: 'drift/observed',
  title: 'What is claimed is what was observed',
  ground: practice('164.308(a)(1)(ii)(A)'),
  severity: 'medium',
  subjects: contestedFacts.where(
    'between a claim and an observation',
    ({ counts }) => counts.origin.rank === 'observed',
  ),
  check: ({ fact, both }) => fail(fact, { found: both }),
  says: 'what really runs differs from what is claimed',
  why: `
    A handshake proves what a document only promises.
    Whoever decided on the strength of the claim decided on something that is not so.`,
  fix: 'Find out since when the two differ, set up what runs as it was meant to be, or mend the claim; then look again.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.8'],
  examples: {
    fails: 'tls: { versions: [TLSv1.2, TLSv1.3] } # where a probe negotiated TLS 1.0',
    passes: 'tls: { versions: [TLSv1.2, TLSv1.3] } # as a probe saw',
  },
})
