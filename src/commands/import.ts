import { readFile } from 'node:fs/promises'
import { Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { filesArgument } from '../file-flags.js'
import type { Problem } from '../model/problem.js'
import { writeOut } from '../standard-output.js'
import { systemWords } from '../system-words.js'

/** What stands in a file; nothing where there is none. One that cannot be read must not be written over. */
const existingText = async (file: string): Promise<string | Problem | undefined> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return {
      code: 'unreadable-file',
      message: `${file} cannot be read: ${systemWords(error)}`,
      expected: 'a description to add to, or the path of a new file',
    }
  }
}

export default class Import extends BaseCommand {
  static override summary =
    'Write a commented description over infrastructure as code, to say what code cannot.'
  static override description =
    'Terraform, CloudFormation, Kubernetes and Compose are named as `sources`; what nobody classified is listed in comments. Run again, it adds what is new and keeps what you wrote.'
  static override examples = [
    '<%= config.bin %> import terraform/ --output infra.yaml',
    '<%= config.bin %> import plan.json k8s/ -o infra.yaml',
  ]
  static override strict = false
  static override args = {
    files: filesArgument,
  }
  static override flags = {
    output: Flags.string({
      char: 'o',
      helpValue: 'FILE',
      summary: 'Write to a file, or add to one that is there, instead of standard output.',
    }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Import)
    const [{ load }, { importOverlay }, { diskTree }] = await Promise.all([
      import('../audit.js'),
      import('../import-overlay.js'),
      import('../sources/file-tree.js'),
    ])
    const args = argv as string[]
    const file = flags.output ?? 'infra.yaml'
    const existing = flags.output === undefined ? undefined : await existingText(file)
    if (typeof existing === 'object') return this.refuse({ problems: [existing] })
    const tree = diskTree(process.cwd(), args)
    const made = importOverlay({
      args,
      output: file,
      cwd: process.cwd(),
      ...(existing === undefined ? {} : { existing }),
      read: (text) => load([{ file, bytes: new TextEncoder().encode(text) }], undefined, tree),
    })
    if ('problems' in made) return this.refuse(made)
    const written = await this.write(made.text, flags.output)
    if (written && flags.output !== undefined)
      await writeOut(
        `${file} is written, with ${made.added} more to classify. Next: hipaacheck audit ${file}\n`,
      )
  }
}
