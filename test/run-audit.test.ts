import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runAudit } from '../src/run-audit.js'
import { fixture } from './evidence/tls/credentials.js'
import { nodeServer } from './evidence/tls/servers.js'
import { inFolderAsync } from './in-folder.js'

describe('audit --probe', () => {
  it('holds what is described against what really answers', async () => {
    const { key, cert } = fixture()
    const server = await nodeServer({
      key,
      cert,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.2',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    })
    await inFolderAsync(async (cwd) => {
      writeFileSync(
        join(cwd, 'infra.yaml'),
        `version: 1
assets:
  - id: portal
    kind: web-app
    ephi: [transmits]
    endpoints: [{ id: web, host: 127.0.0.1, port: ${server.port}, protocol: https, tls: { versions: [TLSv1.2, TLSv1.3] } }]
`,
      )
      const audited = await runAudit(['infra.yaml'], { probe: true, 'no-config': true }, { cwd })
      if ('problems' in audited) throw new Error(audited.problems[0]?.message)
      const { findings, evidence } = audited.report
      expect(evidence).toMatchObject({ files: [{ file: '<probe>' }], used: 1 })
      expect(findings.find(({ rule }) => rule === 'transmission-security/tls-1-0-refused')).toMatchObject({
        outcome: 'fail',
        place: { file: '<probe>' },
        subjects: [{ rank: 'observed' }],
      })
      expect(
        findings.filter(({ rule }) => rule === 'drift/observed').map(({ message }) => message),
      ).toContain(
        'portal: what really runs differs from what is claimed (endpoints.web.tls.versions is stated as TLSv1.2, TLSv1.3, and observed as TLSv1.0, TLSv1.1, TLSv1.2)',
      )
    })
    await server.stop()
  })

  it('probes nothing unless it is asked to', async () => {
    await inFolderAsync(async (cwd) => {
      writeFileSync(
        join(cwd, 'infra.yaml'),
        'version: 1\nassets: [{ id: a, ephi: [stores], endpoints: [{ host: 127.0.0.1, port: 1 }] }]\n',
      )
      const audited = await runAudit(['infra.yaml'], { 'no-config': true }, { cwd })
      expect(audited).toMatchObject({ report: { reportVersion: 1 } })
      expect('report' in audited && audited.report.evidence).toBeUndefined()
    })
  })
})
