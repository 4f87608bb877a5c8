import { isPlain } from '../../model/merge.js'
import { jsonIn } from './json-text.js'
import type { Given } from './resource.js'

/** Stands in texts for what cannot be told: the ARN of what does not exist yet. */
export const UNRESOLVED = '\u{fffd}unresolved\u{fffd}'

/** One statement of a policy of access, as AWS writes them (IAM JSON policy language, version 2012-10-17). */
export interface Statement {
  readonly allows: boolean
  readonly principals: readonly string[]
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly conditions: Readonly<Record<string, unknown>>
}

/** The statements of a policy that is written as a text or as an object; `undefined` where it cannot be read whole. */
export const statementsOf = (policy: unknown): readonly Statement[] | undefined => {
  const list = written(policy)
  if (!list || JSON.stringify(list.map(whoAndWhen)).includes(UNRESOLVED)) return undefined
  return list.filter(isPlain).map(statementOf)
}

const written = (policy: unknown): readonly unknown[] | undefined => {
  const document = typeof policy === 'string' ? parsed(policy) : policy
  return isPlain(document) ? [document['Statement'] ?? []].flat() : undefined
}

const statementOf = (statement: Readonly<Record<string, unknown>>): Statement => ({
  allows: statement['Effect'] === 'Allow',
  principals: principalsOf(statement['Principal']),
  actions: texts(statement['Action']),
  resources: texts(statement['Resource']),
  conditions: isPlain(statement['Condition']) ? statement['Condition'] : {},
})

/** What is allowed, whoever is: what a statement allows is known also where it cannot be told to whom. */
export const grantsIn = ({ value }: Given): readonly Statement[] =>
  (written(value) ?? []).filter(isPlain).map(statementOf)

/** The statements of an attribute: an ARN among the resources may be unknown, who is allowed and when may not. */
export const statementsIn = ({ value }: Given): readonly Statement[] | undefined => statementsOf(value)

const whoAndWhen = (statement: unknown): unknown =>
  isPlain(statement) ? [statement['Effect'], statement['Principal'], statement['Condition']] : statement

const parsed = (text: string): unknown => (text.length > LONGEST ? undefined : jsonIn(text))

/** No policy of a cloud may be so long. */
const LONGEST = 256 * 1024

const texts = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')

const principalsOf = (value: unknown): string[] =>
  isPlain(value) ? Object.values(value).flatMap(texts) : texts(value)

/** What whoever asks says of themselves proves nothing; nor does that they ask over TLS. */
const CLAIMED: ReadonlySet<string> = new Set(['aws:referer', 'aws:useragent', 'aws:securetransport'])

const narrows = (condition: unknown): boolean =>
  !isPlain(condition) || Object.keys(condition).some((key) => !CLAIMED.has(key.toLowerCase()))

/** Whether anybody at all is let in: everyone is allowed, and no condition narrows it. */
export const letsAnybodyIn = (statements: readonly Statement[]): boolean =>
  statements.some(
    ({ allows, principals, conditions }) =>
      allows && principals.includes('*') && !Object.values(conditions).some(narrows),
  )

/** Whether connections without TLS are refused for everyone: `Deny` where `aws:SecureTransport` is false. */
export const refusesCleartext = (statements: readonly Statement[]): boolean =>
  statements.some(
    ({ allows, principals, actions, conditions }) =>
      !allows &&
      principals.includes('*') &&
      actions.some((action) => ALL_DATA.test(action)) &&
      ['Bool', 'BoolIfExists'].some((operator) => {
        const condition = conditions[operator]
        return isPlain(condition) && texts([asText(condition['aws:SecureTransport'])]).includes('false')
      }),
  )

const ALL_ACTIONS = /^(\*|[\w-]+:\*)$/
/** To publish is all that sends data to a topic. */
const ALL_DATA = /^(\*|[\w-]+:\*|sns:Publish)$/i

const asText = (value: unknown): string => String([value].flat()[0])

/** Whether more is allowed than anybody needs: every action of all services or of one. */
export const allowsEverything = (statements: readonly Statement[]): boolean =>
  statements.some(({ allows, actions }) => allows && actions.some((action) => ALL_ACTIONS.test(action)))
