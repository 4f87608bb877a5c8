import { matchesGlob } from '../../model/scalars/glob.js'
import type { ReceivedHop } from './received.js'

/**
 * Which headers the reader may trust, the newest first. Each was put on top by the host that names itself in `by`, so
 * that the row of trusted hosts from the top down counts; what stands below the first other host may be forged. A
 * header without `by` counts as the one below it.
 */
export const trustedHops = (hops: readonly ReceivedHop[], hosts: readonly string[]): readonly boolean[] => {
  let reach = 0
  for (const [index, { by, verdict }] of hops.entries()) {
    if (by !== undefined && isTrusted(by, hosts)) reach = index + 1
    else if (by !== undefined || verdict !== 'internal') break
  }
  return hops.map((_, index) => index < reach)
}

/** Whether a host is one of those that are named, each exactly or as `*.example.org`. */
export const isTrusted = (host: string, hosts: readonly string[]): boolean => {
  const plain = host.toLowerCase().replace(/\.$/, '')
  return hosts.some((one) => matchesGlob(one.toLowerCase().replace(/\.$/, ''), plain))
}
