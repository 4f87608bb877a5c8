import { Args } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { writeOut } from '../standard-output.js'

export default class Completion extends BaseCommand {
  static override summary = 'Print a script with which a shell completes commands, flags and rules.'
  static override examples = [
    'source <(<%= config.bin %> completion bash)',
    '<%= config.bin %> completion zsh > ~/.zfunc/_hipaacheck',
    '<%= config.bin %> completion fish > ~/.config/fish/completions/hipaacheck.fish',
  ]
  static override args = {
    shell: Args.string({ required: true, options: ['bash', 'zsh', 'fish'], description: 'Which shell.' }),
  }

  async run(): Promise<void> {
    const { args } = await this.parse(Completion)
    const [{ completionScripts, vocabularyOf }, { ruleIds }, { describedCommands }] = await Promise.all([
      import('../completion/index.js'),
      import('../describe-rules.js'),
      import('../described-commands.js'),
    ])
    const script = completionScripts[args.shell as keyof typeof completionScripts]
    await writeOut(script(vocabularyOf(this.config.bin, await describedCommands(), ruleIds())))
  }
}
