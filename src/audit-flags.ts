import { Flags } from '@oclif/core'
import type { Config } from './engine/config.js'
import { PROFILES, type Profile, RANKS, type Rank, SEVERITIES, type Severity } from './knowledge/terms.js'

/** Flags of every command that audits: by which law, which rules, and what has been accepted. */
export const auditFlags = {
  'as-of': Flags.string({
    helpValue: 'DATE',
    summary: 'Judge as on this day (ISO 8601); today unless said otherwise.',
  }),
  profile: Flags.option({ options: PROFILES })({
    summary: 'Which law and practice to judge by; hipaa unless said otherwise.',
  }),
  rule: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'ID',
    summary: 'Ask this rule only, by id or glob; may be repeated.',
  }),
  skip: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'ID',
    summary: 'Leave this rule out, by id or glob; may be repeated.',
  }),
  evidence: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'FILE',
    summary:
      'What was observed: evidence of `probe` and `message`, or results of other scanners; may be repeated.',
  }),
  'max-age': Flags.string({
    helpValue: 'DURATION',
    summary: 'How old an observation may be to count; 90 days unless said otherwise.',
  }),
  config: Flags.string({
    helpValue: 'FILE',
    summary: 'Configuration; the nearest .hipaacheck.yaml unless said otherwise.',
    exclusive: ['no-config'],
  }),
  'no-config': Flags.boolean({ summary: 'Read no configuration.' }),
}

/** Flags of commands that end with the verdict of a gate. */
export const gateFlags = {
  'fail-on': Flags.option({ options: [...SEVERITIES, 'unproven'] as const })({
    summary:
      'Least severity that fails, high unless said otherwise; unproven: any failure, and what is not proven.',
  }),
  'min-rank': Flags.option({ options: RANKS })({ summary: 'Let passes fail that rest on a weaker claim.' }),
  strict: Flags.boolean({ allowNo: true, summary: 'Let what is not proven fail too.' }),
  baseline: Flags.string({ helpValue: 'FILE', summary: 'Known findings, which do not gate.' }),
}

/** What these flags hold. */
export interface AuditFlagValues {
  readonly 'as-of'?: string | undefined
  readonly profile?: Profile | undefined
  readonly rule?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  readonly evidence?: readonly string[] | undefined
  readonly 'max-age'?: string | undefined
  readonly probe?: boolean | undefined
  readonly config?: string | undefined
  readonly 'no-config'?: boolean | undefined
  readonly 'fail-on'?: Severity | 'unproven' | undefined
  readonly 'min-rank'?: Rank | undefined
  readonly strict?: boolean | undefined
  readonly baseline?: string | undefined
}

/** The configuration that a command line makes, to lay over what the files say. */
export const configOfFlags = (flags: AuditFlagValues): Config => ({
  ...(flags.profile === undefined ? {} : { profile: flags.profile }),
  ...(flags.rule === undefined ? {} : { only: flags.rule }),
  ...(flags.skip === undefined ? {} : { skip: flags.skip }),
  ...(flags['fail-on'] === undefined ? {} : { failOn: flags['fail-on'] }),
  ...(flags['min-rank'] === undefined ? {} : { minRank: flags['min-rank'] }),
  ...(flags.strict === undefined ? {} : { strict: flags.strict }),
  ...(flags.baseline === undefined ? {} : { baseline: flags.baseline }),
})
