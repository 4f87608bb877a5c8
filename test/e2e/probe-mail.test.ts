import { describe, expect, it } from 'vitest'
import { hipaacheck, inFolder } from './run.js'

const INFRA = `version: 1
assets: [{ id: mx, kind: mail-server, ephi: [stores] }]
email:
  domains: [{ name: clinic.example }]
  streams: [{ id: referrals, sender: mx, carries: ephi, domain: mail.clinic.example, partners: [{ domains: [partner.example], transport: enforced }] }]
`
/** Nobody listens there. */
const NOBODY = ['--resolver', '127.0.0.1:1', '--timeout', '300']

describe('hipaacheck probe mail', () => {
  it('asks of the domains that are named and of those of a description, each once', () => {
    inFolder({ 'infra.yaml': INFRA }, (cwd) => {
      const { stdout, status } = hipaacheck(
        ['probe', 'mail', 'Partner.Example.', '--infra', 'infra.yaml', ...NOBODY],
        { cwd },
      )
      expect(status).toBe(2)
      expect(stdout.match(/^\S+(?= {2}not proven)/gm)).toEqual([
        'partner.example',
        'clinic.example',
        'mail.clinic.example',
      ])
    })
  })

  it('makes evidence that an audit takes', () => {
    inFolder({ 'infra.yaml': INFRA }, (cwd) => {
      const made = hipaacheck(['probe', 'mail', 'clinic.example', '--format', 'json', ...NOBODY], { cwd })
      inFolder({ 'infra.yaml': INFRA, 'evidence.json': made.stdout }, (folder) => {
        const { stdout } = hipaacheck(
          ['audit', 'infra.yaml', '--evidence', 'evidence.json', '--rule', 'email/*'],
          { cwd: folder },
        )
        expect(stdout.replace(/\s+/g, ' ')).toContain(
          'Evidence: 0 observations make facts, 5 not proven, 0 not used',
        )
      })
    })
  })

  it.each([
    [['probe', 'mail'], 'nothing to probe: no domain was named'],
    [['probe', 'mail', '--infra', 'bare.yaml'], 'nothing to probe: no domain is described in `email`'],
    [['probe', 'mail', '192.0.2.1'], '192.0.2.1 is no domain'],
    [['probe', 'mail', 'a b'], 'a b is no domain'],
    [
      ['probe', 'mail', 'clinic.example', '--resolver', 'dns.example'],
      '--resolver dns.example: this is no address',
    ],
    [
      ['probe', 'mail', 'clinic.example', '--resolver', '192.0.2.1:70000'],
      '--resolver 192.0.2.1:70000: this is no address',
    ],
    [['probe', 'mail', 'clinic.example', '--ca', 'none.pem'], '--ca none.pem cannot be read'],
  ])('%j is refused', (args, message) => {
    inFolder({ 'bare.yaml': 'version: 1\nassets: [{ id: db, ephi: [stores] }]\n' }, (cwd) => {
      const { stdout, stderr, status } = hipaacheck(args, { cwd })
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
      expect(stderr).toContain(message)
    })
  })
})
