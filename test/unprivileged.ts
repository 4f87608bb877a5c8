import { spawnSync } from 'node:child_process'

/** A user to run a program as that root must not run; nothing where we are not root, `none` where there is no such user. */
export const unprivileged = (): { readonly uid: number; readonly gid: number } | undefined | 'none' => {
  if (process.getuid?.() !== 0) return undefined
  for (const user of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }))
    if (ids.every(({ status }) => status === 0)) {
      const [uid = 0, gid = 0] = ids.map(({ stdout }) => Number(stdout))
      return { uid, gid }
    }
  }
  return 'none'
}
