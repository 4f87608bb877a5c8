import { Args, Flags } from '@oclif/core'

/** The argument of every command that reads descriptions. */
export const filesArgument = Args.string({
  required: true,
  description: 'Descriptions: files, folders, globs, or - for standard input.',
})

/** Where a command writes whose format does not follow from the name of the file. */
export const outputFlag = Flags.string({
  char: 'o',
  helpValue: 'FILE',
  summary: 'Write to a file instead of standard output.',
})
