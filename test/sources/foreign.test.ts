import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { refused, shown } from './manifests.js'

describe('files of others', () => {
  it.each([
    ['JSON', { 'a.json': '{ "Name": "x", "Port": 1 }' }],
    ['JSON with remarks', { 'a.json': '{ "Name": "x", /* */\n "Port": 1 }' }],
    ['YAML', { 'a.json': 'Name: x\nPort: 1\n' }],
  ])('are refused in one line: %s', (_, files) => {
    const [first, ...others] = refused(files)
    expect(others).toEqual([])
    expect(first?.code).not.toBe('missing-key')
  })

  it('are told what can be read', () => {
    expect(refused({ 'a.yaml': 'Name: x\nPort: 1\n' }).map(shown)).toEqual([
      'a.yaml:1:1 [unknown-format] this is no description, and of no format that can be imported (expected Terraform (a folder, or the output of `terraform show -json`), CloudFormation, Kubernetes manifests, or Docker Compose)',
    ])
  })

  it('with one key may be a description that is badly written', () => {
    expect(refused({ 'a.yaml': 'asets: []\n' }).map(({ code }) => code)).toContain('missing-key')
  })

  it('that only lay in a folder are named where nothing is left to audit', () => {
    const audited = audit(
      [
        {
          file: 'a.yaml',
          bytes: Buffer.from('kind: Pod\napiVersion: v1\nmetadata: { name: {{ .Values.x }} }\n'),
          named: false,
        },
      ],
      { asOf: '2026-11-25' },
    )
    const [problem] = 'problems' in audited ? audited.problems : []
    expect(problem?.code).toBe('nothing-to-audit')
    expect(problem?.found).toContain('a.yaml (1): this is a template of Helm that nobody rendered')
  })
})

describe('secrets of what is imported', () => {
  const SECRET = 'TopSecret99x'
  const files = {
    'k8s.yaml': `apiVersion: v1
kind: Secret
metadata: { name: s }
stringData: { db-password: ${SECRET}, "other": "${SECRET}" }
---
apiVersion: v1
kind: Pod
metadata: { name: p }
spec:
  containers:
    - name: a
      image: postgres:14
      args: ["--password=${SECRET}"]
      env:
        - name: DB_URL
          value: postgres://u:${SECRET}@db.corp.internal/x?sslmode=disable
        - name: DB_PASSWORD
          value: ${SECRET}
`,
    'compose.yaml': `services:
  db: { image: postgres, environment: { POSTGRES_PASSWORD: ${SECRET} }, command: "postgres -c password=${SECRET}" }
`,
  }

  it('stand in no report', () => {
    const audited = audit(
      Object.entries(files).map(([file, text]) => ({ file, bytes: Buffer.from(text) })),
      { asOf: '2026-11-25' },
    )
    if ('problems' in audited) throw new Error(audited.problems.map(shown).join('\n'))
    const found = audited.report.findings.filter(({ rule }) => rule === 'key-management/plaintext-secret')
    expect(found.length).toBeGreaterThan(4)
    expect(JSON.stringify(audited.report)).not.toContain(SECRET)
  })
})
