import { Args } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { SCHEMA_NAMES, type SchemaName, schemaText } from '../schemas.js'
import { writeOut } from '../standard-output.js'

export default class Schema extends BaseCommand {
  static override summary = 'Print a JSON Schema, for editors and other tools.'
  static override description = `Editors complete and explain a description that begins with
# yaml-language-server: $schema=./infrastructure.schema.json`
  static override examples = [
    '<%= config.bin %> schema > infrastructure.schema.json',
    '<%= config.bin %> schema report',
  ]
  static override args = {
    name: Args.string({
      options: [...SCHEMA_NAMES],
      default: 'infrastructure',
      description: 'Which schema.',
    }),
  }

  async run(): Promise<void> {
    const { args } = await this.parse(Schema)
    await writeOut(schemaText(args.name as SchemaName))
  }
}
