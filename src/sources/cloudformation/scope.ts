import { leftOut } from '../../knowledge/secret-formats.js'
import { isPlain } from '../../model/merge.js'
import { unknown, type Value } from '../resources/values.js'
import type { Template } from './template.js'

/** What functions of a template look things up in. */
export interface Scope {
  readonly template: Template
  /** Conditions that were decided; `undefined` for those that cannot be. A name that is being decided maps to `'open'`. */
  readonly decided: Map<string, boolean | undefined | 'open'>
  /** Steps of work that are left: a template that multiplies itself is cut off. */
  readonly budget: { left: number; depth: number }
  /** Values of the names that `Fn::ForEach` goes through. */
  readonly names: ReadonlyMap<string, Value>
}

/** How much of a template is worked out. */
const MOST_WORK = 4_000_000

/** The scope of a whole template. */
export const scopeOf = (template: Template): Scope => ({
  template,
  decided: new Map(),
  budget: { left: MOST_WORK, depth: 0 },
  names: new Map(),
})

/** The address of a resource: its path in the program of the CDK, else its logical name. */
export const addressOf = ({ resources }: Template, name: string): string => {
  const resource = resources[name]
  const metadata = isPlain(resource) ? resource['Metadata'] : undefined
  const path = isPlain(metadata) ? metadata['aws:cdk:path'] : undefined
  return typeof path === 'string' && path !== '' ? path : name
}

/** What a name stands for: a parameter's default, a resource, or something that only exists once it is deployed. */
export const referenced = (name: string, { template, names }: Scope): Value => {
  const own = names.get(name)
  if (own !== undefined) return own
  if (Object.hasOwn(template.parameters, name)) return parameterValue(template.parameters[name])
  if (Object.hasOwn(template.resources, name)) return unknown([addressOf(template, name)])
  if (name === 'AWS::Partition') return unknown([], 'aws')
  if (name === 'AWS::URLSuffix') return unknown([], 'amazonaws.com')
  return unknown()
}

/** What has no default, is looked up when it is deployed, or is a secret, is not known. */
const parameterValue = (parameter: unknown): Value => {
  if (!isPlain(parameter)) return unknown()
  const type = String(parameter['Type'] ?? 'String')
  const secret = parameter['NoEcho'] === true || parameter['NoEcho'] === 'true'
  if (secret) return secretParameter(parameter['Default'])
  if (type.startsWith('AWS::SSM::Parameter::')) return unknown()
  const value = parameter['Default'] ?? onlyValue(parameter['AllowedValues'])
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return unknown()
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return value
  return String(value) === ''
    ? unknown()
    : String(value)
        .split(',')
        .map((one) => one.trim())
}

/** What is written as the default of a secret is one that everybody knows who has the template; it goes no further. */
const secretParameter = (written: unknown): Value =>
  typeof written === 'string' && written.trim() !== '' ? unknown([], SECRET_DEFAULT) : unknown()

const SECRET_DEFAULT = leftOut({ words: 'the default of a secret parameter' })

const onlyValue = (allowed: unknown): unknown =>
  Array.isArray(allowed) && allowed.length === 1 ? allowed[0] : undefined
