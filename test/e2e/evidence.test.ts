import { describe, expect, it } from 'vitest'
import { hipaacheck, inFolder, read } from './run.js'

const INFRA = `version: 1
assets:
  - id: portal
    kind: web-app
    ephi: [transmits]
    endpoints: [{ id: web, host: www.example.org, port: 443, protocol: https, tls: { versions: [TLSv1.2, TLSv1.3] } }]
`
const SSLSCAN = `<document title="SSLScan Results" version="2.1.5">
 <ssltest host="www.example.org" sniname="www.example.org" port="443">
  <protocol type="tls" version="1.0" enabled="1" />
  <protocol type="tls" version="1.2" enabled="1" />
 </ssltest>
</document>
`
const OPENSCAP = `<TestResult id="t" end-time="2026-11-20T08:00:00Z"><target>portal</target>
<rule-result idref="x"><result>pass</result></rule-result></TestResult>`

describe('hipaacheck evidence', () => {
  it('makes evidence of the results of scanners, which an audit takes', () => {
    inFolder({ 'infra.yaml': INFRA, 'scan.xml': SSLSCAN, 'arf.xml': OPENSCAP }, (cwd) => {
      const made = hipaacheck(
        ['evidence', 'scan.xml', 'arf.xml', '--observed-at', '2026-11-20T08:00:00Z', '-o', 'evidence.json'],
        { cwd },
      )
      expect(made).toEqual({
        stdout: '',
        stderr: '1 result says nothing that a description could say.\n',
        status: 0,
      })
      expect(JSON.parse(read(cwd, 'evidence.json'))).toMatchObject({
        tool: { name: 'hipaacheck' },
        observations: [
          { about: { host: 'www.example.org' }, observedAt: '2026-11-20T08:00:00Z', how: 'sslscan 2.1.5' },
          { about: { address: 'portal' } },
        ],
      })
      const audited = hipaacheck(
        ['audit', 'infra.yaml', '--evidence', 'evidence.json', '--as-of', '2026-11-24', '--rule', 'drift/*'],
        { cwd },
      )
      expect(audited.stderr).toBe('')
      expect(audited.stdout).toContain('is stated as TLSv1.2, TLSv1.3, and observed as')
      expect(audited.stdout).toContain('stated here (infra.yaml:6)')
      expect(audited.stdout).toContain('Evidence: 2 observations make facts, 0 not proven, 0 not used')
    })
  })

  it('is taken by an audit as scanners wrote it', () => {
    inFolder({ 'infra.yaml': INFRA, 'scan.xml': SSLSCAN }, (cwd) => {
      const { stdout, status } = hipaacheck(
        [
          'audit',
          'infra.yaml',
          '--evidence',
          'scan.xml',
          '--max-age',
          '2 days',
          '--rule',
          'drift/*',
          '--fail-on',
          'medium',
        ],
        { cwd },
      )
      expect(stdout).toMatch(/scan\.xml:3:3\n/)
      expect(status).toBe(1)
    })
  })

  it.each([
    [['evidence', 'nothing.json'], 'nothing.json: there is no such file'],
    [['evidence', 'infra.yaml'], 'a file of evidence needs `evidenceVersion`'],
    [['evidence', 'scan.xml', '--observed-at', 'now'], '`--observed-at` is no time'],
    [['audit', 'infra.yaml', '--evidence', 'infra.yaml'], 'a file of evidence needs `evidenceVersion`'],
    [['audit', 'infra.yaml', '--evidence', 'scan.xml', '--max-age', 'soon'], '`--max-age` is not a duration'],
  ])('%j is refused', (args, message) => {
    inFolder({ 'infra.yaml': INFRA, 'scan.xml': SSLSCAN }, (cwd) => {
      const { stdout, stderr, status } = hipaacheck(args, { cwd })
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
      expect(stderr).toContain(message)
    })
  })
})
