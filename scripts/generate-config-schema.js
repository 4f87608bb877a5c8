// Writes schemas/config.schema.json: which rules and thresholds there are follows from the registry; run after a build.
import { readFileSync, writeFileSync } from 'node:fs'
import { describeRules } from '../dist/src/describe-rules.js'
import { PROFILES, RANKS, SEVERITIES } from '../dist/src/knowledge/terms.js'

const SCHEMA = new URL('../schemas/config.schema.json', import.meta.url)
const { $defs } = JSON.parse(
  readFileSync(new URL('../schemas/infrastructure.schema.json', import.meta.url), 'utf8'),
)

const mapping = (description, properties, more = {}) => ({
  type: 'object',
  description,
  properties,
  additionalProperties: false,
  ...more,
})
const list = (description, items, expected) => ({
  description,
  anyOf: [items, { type: 'array', items, minItems: 1 }],
  'x-list': true,
  ...(expected && { 'x-expected': expected }),
})
const text = { type: 'string', minLength: 1 }

const severity = { enum: SEVERITIES, description: 'How much a failure of the rule weighs.' }
const parameter = ({ type, default: value, meaning, whose }) => ({
  ...(type === 'number' ? { type: 'number' } : { $ref: '#/$defs/DurationOrNever' }),
  description: `${meaning} The default is ${whose}.`,
  default: type === 'number' ? Number(value) : value,
})
const ruleSchema = ({ title, parameters, formerly }) =>
  mapping(`${title}.${formerly ? ` Now ${formerly}.` : ''}`, {
    severity,
    ...(parameters.length > 0 && {
      parameters: mapping(
        'Its thresholds. What is law may be tightened, never loosened.',
        Object.fromEntries(parameters.map((one) => [one.name, parameter(one)])),
      ),
    }),
  })

const rules = describeRules('hipaa')
const ruleName = { ...text, description: 'Id of a rule, or a glob such as `email/*`.' }
const used = ['Duration', 'DurationOrNever', 'Day', 'PersonObject', 'Match']

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:hipaacheck:schema:config:1',
  title: 'Configuration',
  description:
    'How an organisation wants to be judged: `.hipaacheck.yaml`. Made of the rules by `npm run generate`.',
  type: 'object',
  properties: {
    version: { const: 1, description: 'The version of this format.', default: 1 },
    extends: list(
      'Configurations to lay this one over, the first below: paths from the folder of this file.',
      text,
      'a path, or a list of paths',
    ),
    profile: { enum: PROFILES, description: 'Which law and practice to judge by.', default: 'hipaa' },
    failOn: {
      enum: [...SEVERITIES, 'unproven'],
      description: 'The least severity that fails; `unproven`: any failure, and what is not proven.',
      default: 'high',
    },
    strict: { type: 'boolean', description: 'Let what is not proven fail too.', default: false },
    minRank: { enum: RANKS, description: 'Let passes fail that rest on a weaker claim.' },
    only: list('The only rules to ask.', ruleName, 'the id of a rule, a glob, or a list of them'),
    skip: list(
      'Rules not to ask; every report says that they were left out.',
      ruleName,
      'the id of a rule, a glob, or a list of them',
    ),
    baseline: {
      ...text,
      description: 'File of known findings, which do not gate; `hipaacheck baseline` writes it.',
    },
    rules: mapping(
      'Severities and thresholds of single rules.',
      Object.fromEntries(
        rules.flatMap((rule) => [
          [rule.id, ruleSchema(rule)],
          ...rule.formerly.map((id) => [id, ruleSchema({ ...rule, formerly: rule.id })]),
        ]),
      ),
    ),
    waivers: {
      type: 'array',
      description:
        'Failures that somebody accepts for a time. They stay failures; they do not gate, unless the law requires what is waived.',
      items: mapping(
        'One accepted failure.',
        {
          rule: ruleName,
          subjects: {
            $ref: '#/$defs/Match',
            description: 'Of which subjects; an asset stands for its endpoints and flows.',
          },
          reason: { ...text, description: 'Why it is accepted.' },
          owner: {
            anyOf: [text, { $ref: '#/$defs/PersonObject' }],
            'x-fill': 'name',
            'x-expected': 'a name, or `{ name, role }`',
            description: 'Who answers for it.',
          },
          until: { $ref: '#/$defs/Day', description: 'The last day on which it holds.' },
        },
        { required: ['rule', 'subjects', 'reason', 'owner', 'until'] },
      ),
    },
  },
  additionalProperties: false,
  patternProperties: { '^x-': { description: 'A key of your own.' } },
  $defs: Object.fromEntries(used.map((name) => [name, $defs[name]])),
}
writeFileSync(SCHEMA, `${JSON.stringify(schema, null, 2)}\n`)
