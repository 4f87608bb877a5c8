import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { HAS_OPENSSL } from '../evidence/tls/credentials.js'
import { freePort } from '../evidence/tls/servers.js'
import { inFolderAsync } from './run.js'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const COMMAND = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const PORT = '8443'

/** What stands in the README between a fence that begins so and its end. */
const block = (start: RegExp): string =>
  new RegExp(`\`\`\`\\w*\\n(${start.source}[\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? ''

describe.runIf(HAS_OPENSSL && process.platform !== 'win32')('the README', () => {
  it('shows what an audit finds of a server that speaks an older TLS than is claimed', async () => {
    const [script, shown] = [block(/cd "\$\(mktemp/), block(/HIGH {2}transmission-security/)]
    expect(script).toContain(`port: ${PORT}`)
    expect(shown).toContain('stated as TLSv1.2, TLSv1.3, and observed as\n  TLSv1.0')
    await inFolderAsync(async (folder) => {
      const port = String(await freePort())
      const linked = join(folder, 'hipaacheck')
      writeFileSync(linked, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`)
      chmodSync(linked, 0o755)
      const { stdout } = spawnSync(
        'sh',
        ['-c', script.replaceAll(PORT, port).replace('\nkill', '\necho exit $?\nkill')],
        {
          encoding: 'utf8',
          env: {
            ...process.env,
            NO_COLOR: '',
            FORCE_COLOR: undefined,
            TMPDIR: folder,
            PATH: [folder, process.env['PATH']].join(delimiter),
          },
        },
      )
      expect(stdout).toContain(shown.trimEnd())
      expect(stdout).toContain('exit 1\n')
    })
  })

  it('shows how a team with Terraform begins, and what then fails is what got worse', async () => {
    const script = block(/hipaacheck import/)
    await inFolderAsync(async (folder) => {
      const linked = join(folder, 'hipaacheck')
      writeFileSync(linked, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`)
      chmodSync(linked, 0o755)
      const run = (commands: string) =>
        spawnSync('sh', ['-c', commands], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, NO_COLOR: '', PATH: [folder, process.env['PATH']].join(delimiter) },
        })
      const volume = (on: boolean) => `resource "aws_ebs_volume" "v" {\n  encrypted = ${on}\n}\n`
      mkdirSync(join(folder, 'terraform'))
      writeFileSync(join(folder, 'terraform/main.tf'), volume(true))
      const begun = run(
        `git init -q . && ${script.replace('hipaacheck baseline', 'sed -i.bak -e "s/^# assets/assets/" -e "s/^#   - { id/  - { id/" infra.yaml\nhipaacheck baseline')}`,
      )
      expect(begun.stderr).toBe('')
      const gated = 'hipaacheck audit infra.yaml --baseline .hipaacheck-baseline.json'
      expect(run(gated).status).toBe(0)
      writeFileSync(join(folder, 'terraform/main.tf'), volume(false))
      const worse = run(gated)
      expect(worse.status).toBe(1)
      expect(worse.stdout).toContain('terraform/main.tf:2:3\n')
    })
  })
})
