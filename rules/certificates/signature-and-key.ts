import {
  certificateSpeakers,
  certificateWeakness,
  defineRule,
  type Fact,
  fail,
  guidance,
  isStated,
  pass,
  unproven,
} from '#rule'

export const signatureAndKey = defineRule({
  id: 'certificates/signature-and-key',
  title: 'Signature and key of certificates are strong',
  ground: guidance('NIST SP 800-131A Rev. 2', '164.312(e)(1)'),
  severity: 'high',
  subjects: certificateSpeakers,
  check: ({ certificate }) => {
    const facts = [certificate.at('signature'), certificate.at('keyBits'), certificate.at('keyType')] as const
    const weakness = certificateWeakness(certificate.value ?? {})
    if (weakness) return fail(facts[weakness.by === 'signature' ? 0 : 1], { found: weakness.words })
    // 256 bits are plenty for a curve and far too few for RSA.
    const needed: readonly Fact<unknown>[] = (facts[1].value ?? 0) < 2048 ? facts : facts.slice(0, 2)
    const missing = needed.find((fact) => !isStated(fact))
    return missing ? unproven(missing) : pass(facts[0], facts[1])
  },
  says: 'its certificate can be forged',
  why: 'A certificate with a short key or a broken hash can be made again by somebody else, who then is you.',
  fix: 'Have it issued again with SHA-256 and RSA of 2048 bits or a curve of 256, and state `certificate: { signature, keyType, keyBits }`.',
  references: ['NIST SP 800-131A Rev. 2', 'NIST SP 800-57 Part 1 Rev. 5'],
  examples: {
    fails: 'signature: sha1WithRSAEncryption, keyType: RSA, keyBits: 2048',
    passes: 'signature: sha256WithRSAEncryption, keyType: RSA, keyBits: 2048',
  },
})
