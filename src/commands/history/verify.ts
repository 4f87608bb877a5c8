import { Flags } from '@oclif/core'
import { BaseCommand, EXIT } from '../../base-command.js'
import { writeOut } from '../../standard-output.js'
import { storeFlags } from '../../store-flags.js'

export default class HistoryVerify extends BaseCommand {
  static override summary = 'Prove that no kept report was altered, and that none is missing.'
  static override description =
    'It prints the head: the hash of the last report, which stands for all of them. Exit code 0: whole; 1: altered; 2: no store to look at.'
  static override examples = [
    '<%= config.bin %> history verify',
    '<%= config.bin %> history verify --expect 3f7a…',
  ]
  static override flags = {
    ...storeFlags,
    expect: Flags.string({
      helpValue: 'HASH',
      summary: 'A head that was noted before: without it nobody can see that the last reports were removed.',
    }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(HistoryVerify)
    const [{ checkHistory, expectedHash }, { verificationText }] = await Promise.all([
      import('../../history.js'),
      import('../../history-text.js'),
    ])
    const expected = expectedHash(flags.expect)
    if ('problems' in expected) return this.refuse(expected)
    const checked = await checkHistory({ location: flags.store }, expected.hash)
    if ('problems' in checked) return this.refuse(checked)
    const options = { color: this.hasColor(flags.color), columns: this.columns() }
    await writeOut(verificationText(checked.verification, options))
    process.exitCode = checked.verification.tampering.length === 0 ? EXIT.passed : EXIT.failed
  }
}
