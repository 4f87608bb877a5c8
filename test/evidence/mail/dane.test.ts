import { createHash, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { dnsClient } from '../../../src/evidence/dns/client.js'
import { daneOf } from '../../../src/evidence/mail/dane.js'
import { withDns } from '../dns/server.js'
import { certificate, HAS_OPENSSL } from '../tls/credentials.js'
import { credentials } from './servers.js'

const SERVED = { host: 'mx.clinic.example', port: 25, domain: 'clinic.example', mxAuthenticated: true }

/** What TLSA records are worth beside the chain that a server sent. */
const dane = (records: readonly string[], chain: readonly Buffer[], served = SERVED) =>
  withDns(
    { [`TLSA _25._tcp.${served.host}`]: records },
    ({ resolver }) => daneOf(dnsClient(resolver), served, chain),
    { signed: [served.host] },
    300,
  )

describe.runIf(HAS_OPENSSL)('TLSA records', () => {
  const der = (cert: string): Buffer => new X509Certificate(cert).raw
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const made = () => {
    const { root, leaf } = credentials()
    const CA = ['basicConstraints=critical,CA:TRUE']
    return {
      root: der(root.cert),
      leaf: der(leaf.cert),
      stranger: der(certificate({ name: 'mail-stranger', extensions: CA }).cert),
      forDomain: der(
        certificate({ name: 'mail-for-domain', issuer: root, names: 'DNS:clinic.example' }).cert,
      ),
      forOther: der(certificate({ name: 'mail-for-other', issuer: root, names: 'DNS:other.example' }).cert),
      ended: der(
        certificate({
          name: 'mail-ended',
          issuer: root,
          names: 'DNS:mx.clinic.example',
          days: -1,
        }).cert,
      ),
    }
  }
  type Made = ReturnType<typeof made>

  it.each<[string, (one: Made) => readonly [record: string, chain: readonly Buffer[]], boolean]>([
    ['its own certificate', ({ leaf, root }) => [`3 0 1 ${sha256(leaf)}`, [leaf, root]], true],
    ['its own, which is for another name', ({ forOther }) => [`3 0 1 ${sha256(forOther)}`, [forOther]], true],
    ['the certificate of another', ({ leaf, root }) => [`3 0 1 ${sha256(root)}`, [leaf, root]], false],
    ['who issued it', ({ leaf, root }) => [`2 0 1 ${sha256(root)}`, [leaf, root]], true],
    [
      'who issued it for the domain',
      ({ forDomain, root }) => [`2 0 1 ${sha256(root)}`, [forDomain, root]],
      true,
    ],
    [
      'who issued it for another name',
      ({ forOther, root }) => [`2 0 1 ${sha256(root)}`, [forOther, root]],
      false,
    ],
    ['who issued it, and it has ended', ({ ended, root }) => [`2 0 1 ${sha256(root)}`, [ended, root]], false],
    [
      'somebody who was sent along and issued nothing',
      ({ leaf, stranger, root }) => [`2 0 1 ${sha256(stranger)}`, [leaf, root, stranger]],
      false,
    ],
    ['who issued it and was not sent along', ({ leaf, root }) => [`2 0 1 ${sha256(root)}`, [leaf]], false],
    ['a chain of none', ({ leaf }) => [`3 0 1 ${sha256(leaf)}`, []], false],
  ])('name %s', async (_, row, matches) => {
    const [record, chain] = row(made())
    expect(await dane([record], chain)).toEqual({ state: 'usable', records: 1, matches })
  })

  it.each(['0 0 1', '1 0 1', '3 2 1', '3 0 3'])('of the kind %s are passed over', async (kind) => {
    const { leaf } = made()
    expect(await dane([`${kind} ${sha256(leaf)}`], [leaf])).toEqual({
      state: 'void',
      words: 'TLSA records of kinds that are not for mail (RFC 7672, 3.1.3)',
    })
  })
})
