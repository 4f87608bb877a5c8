import { describe, expect, it } from 'vitest'
import { hipaacheck, inFolder, read } from './run.js'

const MESSAGE = `Received: from relay.clinic.example (relay.clinic.example [10.0.0.2])
 by mx.clinic.example (Postfix) with ESMTP id 3; Tue, 3 Oct 2023 16:16:12 +0000
Received: from mail.partner.example (mail.partner.example [192.0.2.10])
 (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
 by relay.clinic.example (Postfix) with ESMTPS id 2; Tue, 3 Oct 2023 16:16:10 +0000
Message-ID: <1@partner.example>
Subject: Referral MRN 00482913
From: a@partner.example

Text
`
const INFRA = `version: 1
assets:
  - id: mx
    kind: mail-server
    ephi: [stores]
    endpoints: [{ id: smtp, host: mx.clinic.example, port: 25, protocol: smtp, encryption: optional }]
email:
  inbound: { transport: opportunistic, mailServers: mx }
  streams: [{ id: referrals, sender: mx, carries: ephi }]
`

describe('hipaacheck message', () => {
  it('tells how a message came, and proves nothing where nobody is trusted', () => {
    const { stdout, stderr, status } = hipaacheck(['message', '-'], { input: MESSAGE })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toBe(`<stdin>
id       <1@partner.example>
subject  Referral MRN ‹masked›

 1  mail.partner.example → relay.clinic.example
    encrypted, TLS 1.3, TLS_AES_256_GCM_SHA384
    with ESMTPS, 2023-10-03T16:16:10Z, not trusted
 2  relay.clinic.example → mx.clinic.example
    no TLS shown
    with ESMTP, 2023-10-03T16:16:12Z, 2 s later, not trusted

message  not encrypted as a message, not signed
open     Subject shows what looks like a medical record number: Referral MRN
         ‹masked›
────────────────────────────────────────────────────────────────────────────────
Nobody said whom to trust, so that nothing is proven: name your own mail servers
with --trust HOST or --infra FILE. A header tells of one message, once: it is
evidence, and no policy.
`)
  })

  it.each([
    [
      ['--trust', '*.clinic.example'],
      0,
      'Of 2 legs between hosts 2 are told by hosts that you trust: 1 encrypted, 0 in clear, 1 not',
    ],
    [['--trust', '*.clinic.example', '--strict'], 1, '1 not'],
    [
      ['--infra', 'infra.yaml'],
      1,
      'Of 2 legs between hosts 1 is told by hosts that you trust: 0 encrypted, 1 in clear, 0 not',
    ],
  ])('fails by what is proven: %j', (args, status, words) => {
    inFolder({ 'a.eml': MESSAGE, 'infra.yaml': INFRA }, (cwd) => {
      const ran = hipaacheck(['message', 'a.eml', ...args], { cwd })
      expect(ran.status).toBe(status)
      expect(ran.stdout.replace(/\s+/g, ' ')).toContain(words)
    })
  })

  it('makes evidence that an audit takes', () => {
    inFolder({ 'a.eml': MESSAGE, 'infra.yaml': INFRA }, (cwd) => {
      const made = hipaacheck(
        ['message', 'a.eml', '--infra', 'infra.yaml', '--stream', 'referrals', '--format', 'json'],
        { cwd },
      )
      expect(made.stdout).not.toContain('00482913')
      inFolder({ 'evidence.json': made.stdout, 'infra.yaml': read(cwd, 'infra.yaml') }, (folder) => {
        const { stdout, status } = hipaacheck(
          [
            'audit',
            'infra.yaml',
            '--evidence',
            'evidence.json',
            '--rule',
            'email/received-hop',
            '--as-of',
            '2023-10-04',
            '--no-config',
          ],
          { cwd: folder },
        )
        expect(stdout.replace(/\s+/g, ' ')).toContain(
          'it came in clear (mx.clinic.example ends TLS itself, and shows none)',
        )
        expect(stdout).toMatch(/evidence\.json:\d+:\d+\n.*\n.*"verdict": "not-encrypted"/)
        expect(status).toBe(1)
      })
    })
  })

  it.each([
    [['message', 'b.eml'], 'b.eml: there is no such file'],
    [['message', 'infra.yaml'], 'infra.yaml: this is no mail message'],
    [
      ['message', 'a.eml', '--infra', 'infra.yaml', '--stream', 'none'],
      'no mail stream of that id is described',
    ],
  ])('%j is refused', (args, message) => {
    inFolder({ 'a.eml': MESSAGE, 'infra.yaml': INFRA }, (cwd) => {
      const { stdout, stderr, status } = hipaacheck(args, { cwd })
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
      expect(stderr).toContain(message)
    })
  })
})
