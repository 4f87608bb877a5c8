// Builds when somebody installs from the repository itself. npm runs this without the development dependencies where
// that install is a global one, as pre-commit's is (npm/cli issue 8440): then they are fetched here.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const npm = (...args) => {
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(`${root}node_modules/typescript`))
  npm('ci', '--global=false', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund')
npm('run', 'build', '--global=false')
