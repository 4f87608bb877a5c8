import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command, Flags } from '@oclif/core'
import type { Report } from './engine/report.js'
import type { Problem } from './model/problem.js'
import type { Format } from './reporters/index.js'
import { FORMATS, reporterOf } from './reporters/index.js'
import { type LineOf, problemText } from './sources/documents/problem-text.js'
import { isTerminal, terminalColumns, writeOut } from './standard-output.js'
import { inBlocks, writeFiles } from './write-files.js'

/** More problems than this are counted, not shown. */
const MOST_PROBLEMS = 20

/** What is wrong with the input, for people. */
export const problemsText = (problems: readonly Problem[], lineOf?: LineOf): string => {
  const texts = problems.slice(0, MOST_PROBLEMS).map((problem) => problemText(problem, lineOf))
  const more = problems.length - texts.length
  return `${[...texts, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n\n')}\n`
}

/** Exit codes: what a script may rely on. */
export const EXIT = { passed: 0, failed: 1, badInput: 2, ourFault: 3 } as const

/** Flags of commands that print a report. */
export const outputFlags = {
  format: Flags.option({ options: FORMATS, multiple: true, multipleNonGreedy: true })({
    summary: 'How to print the report; several in one run, each with its --output.',
  }),
  output: Flags.string({
    char: 'o',
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'FILE',
    summary:
      'Write to a file instead of standard output; the format follows from its name if --format does not say it.',
  }),
}

/** What all commands share: colours, problems, reports. */
export abstract class BaseCommand extends Command {
  static override baseFlags = {
    color: Flags.boolean({
      allowNo: true,
      default: true,
      summary: 'Colours on a terminal; NO_COLOR turns them off too.',
      helpGroup: 'GLOBAL',
    }),
  }

  /** Whether standard output takes colours. */
  protected hasColor(wanted: boolean): boolean {
    if (!wanted || (process.env['NO_COLOR'] ?? '') !== '') return false
    const forced = process.env['FORCE_COLOR']
    return forced === undefined ? isTerminal() : forced !== '0'
  }

  /** Columns of the terminal, or 80 where there is none. */
  protected columns(): number {
    return terminalColumns()
  }

  /** Prints what is wrong with the input on standard error and lets the run end with exit code 2. */
  protected refuse({
    problems,
    lineOf,
  }: {
    readonly problems: readonly Problem[]
    readonly lineOf?: LineOf
  }): void {
    process.stderr.write(problemsText(problems, lineOf))
    process.exitCode = EXIT.badInput
  }

  /** Prints a text, or writes it to a file; what cannot be written is told. */
  protected async write(text: string, output: string | undefined): Promise<boolean> {
    if (output === undefined) {
      await writeOut(text)
      return true
    }
    const problems = await writeFiles([{ path: output, text }])
    if (problems.length > 0) this.refuse({ problems })
    return problems.length === 0
  }

  /** Prints a report in the formats that were asked for. Whether it worked: what cannot be written is told. */
  protected async print(
    report: Report,
    {
      format = [],
      output = [],
      color,
    }: { format?: Format[] | undefined; output?: string[] | undefined; color: boolean },
    filesOnly = false,
  ): Promise<boolean> {
    const plan = outputPlan(format, output)
    if ('problem' in plan) {
      this.refuse({ problems: [plan.problem] })
      return false
    }
    const overwritten = await inputAmong(
      plan.files.map(({ path }) => path),
      report,
    )
    if (overwritten) {
      this.refuse({ problems: [overwritten] })
      return false
    }
    const files = await Promise.all(
      plan.files.map(async ({ path, format: name }) => ({
        path,
        text: await rendered(report, name, { color: false, columns: 80 }),
      })),
    )
    const problems = await writeFiles(files)
    if (problems.length > 0) {
      this.refuse({ problems })
      return false
    }
    if (plan.screen && !filesOnly) {
      const options = {
        color: this.hasColor(color),
        columns: this.columns(),
      }
      for (const block of inBlocks(await rendered(report, plan.screen, options))) await writeOut(block)
    }
    return true
  }
}

/** A report never takes the place of what it reports on. */
const inputAmong = async (outputs: readonly string[], { inputs }: Report): Promise<Problem | undefined> => {
  if (outputs.length === 0) return undefined
  const real = (path: string) => realpath(path).catch(() => resolve(path))
  const read = new Set(await Promise.all(inputs.map(({ file }) => real(file))))
  for (const path of outputs)
    if (read.has(await real(path)))
      return {
        code: 'bad-usage',
        message: `--output ${path} would overwrite what was audited`,
        expected: 'another file',
      }
  return undefined
}

const rendered = async (
  report: Report,
  format: Format,
  options: { color: boolean; columns: number },
): Promise<Iterable<string>> => (await reporterOf(format)).render(report, options)

/** What goes where. */
export interface OutputPlan {
  readonly screen?: Format
  readonly files: readonly { readonly path: string; readonly format: Format }[]
}

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  json: 'json',
  txt: 'pretty',
  sarif: 'sarif',
  xml: 'junit',
  csv: 'csv',
}

/** Gives each file the format that its name asks for, else the next that is left; one may be left for the screen. */
export const outputPlan = (
  formats: readonly Format[],
  outputs: readonly string[],
): OutputPlan | { readonly problem: Problem } => {
  const left = [...new Set(formats)]
  const files: { path: string; format: Format }[] = []
  for (const path of outputs) {
    const named = BY_EXTENSION[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
    const format =
      formats.length === 0 ? named : named !== undefined && left.includes(named) ? named : left[0]
    if (format === undefined)
      return { problem: named === undefined ? noFormat(path) : noFormatLeft(path, named) }
    left.splice(left.indexOf(format), left.includes(format) ? 1 : 0)
    files.push({ path, format })
  }
  if (left.length > 1) return { problem: tooManyFormats(left) }
  const screen = left[0] ?? (formats.length === 0 ? 'pretty' : undefined)
  return { files, ...(screen === undefined ? {} : { screen }) }
}

const noFormat = (path: string): Problem => ({
  code: 'bad-usage',
  message: `--output ${path}: its format is not known`,
  expected: `a --format for each --output, or a name that ends in ${Object.keys(BY_EXTENSION)
    .map((one) => `.${one}`)
    .join(', ')}`,
})

const noFormatLeft = (path: string, format: Format): Problem => ({
  code: 'bad-usage',
  message: `--output ${path}: no --format is left for it`,
  expected: `a --format for each --output, here --format ${format}, or none at all`,
})

const tooManyFormats = (left: readonly Format[]): Problem => ({
  code: 'bad-usage',
  message: `the formats ${left.join(' and ')} cannot both go to standard output`,
  expected: 'an --output for all formats but one',
})
