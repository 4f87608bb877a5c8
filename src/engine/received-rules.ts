import { findSuite } from '../knowledge/cipher-suites.js'
import { suiteWeakness } from '../knowledge/suite-weakness.js'
import type { ReceivedSubject } from '../model/subjects/received.js'
import { fail, pass, passWith, unproven, type Verdict } from './verdict.js'

const OLD: ReadonlySet<string> = new Set(['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1'])

/** Judges what a header shows of one leg of a message. It proves that message once, and no policy. */
export const judgeReceived = (leg: ReceivedSubject): Verdict => {
  const { verdict, value } = leg
  if (!leg.trusted) return unproven(verdict, 'no header of it was written by a host that the reader trusts')
  switch (verdict.value) {
    case 'tls':
      return judgeTls(leg)
    case 'tls-version-unknown':
      return passWith('the header does not say which version of TLS it was', verdict)
    case 'not-encrypted':
      return fail(verdict, { found: `${value.by ?? 'it'} ends TLS itself, and shows none` })
    case 'not-shown':
      return unproven(verdict, 'the header shows no TLS: what ends TLS before the host hides it', 'low')
    default:
      return unproven(verdict, 'the header has a form that is not known', 'low')
  }
}

const judgeTls = ({ verdict, value: { tlsVersion, cipher }, at }: ReceivedSubject): Verdict => {
  if (tlsVersion !== undefined && OLD.has(tlsVersion))
    return fail(at('tlsVersion'), {
      severity: 'medium',
      says: 'it came over a version of TLS that is withdrawn',
      found: tlsVersion,
    })
  const suite = cipher === undefined ? undefined : findSuite(cipher)
  const weakness = suite && suiteWeakness(suite, { protocol: 'smtp', tls13: true, aead: true })
  if (!weakness || weakness.severity === 'info') return pass(verdict)
  if (weakness.worthless) return fail(at('cipher'), { found: `${cipher}: ${weakness.words}` })
  return weakness.severity === 'high' || weakness.severity === 'critical'
    ? fail(at('cipher'), {
        severity: 'medium',
        says: 'it came over a cipher that is withdrawn',
        found: `${cipher}: ${weakness.words}`,
      })
    : passWith(`${cipher}: ${weakness.words}`, verdict)
}
