import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { type Attribute, type Block, type Reference, SYSTEMS } from './systems.js'

const isReference = (value: Attribute): value is Reference =>
  typeof value === 'object' && !Array.isArray(value) && 'to' in value
const isBlocks = (value: Attribute): value is readonly Block[] =>
  Array.isArray(value) && typeof value[0] === 'object'
const blocksOf = (value: Attribute): readonly Block[] | undefined =>
  isBlocks(value)
    ? value
    : typeof value === 'object' && !Array.isArray(value) && !isReference(value)
      ? [value as Block]
      : undefined

const hclBody = (block: Block): string =>
  Object.entries(block)
    .map(([name, value]) => {
      const blocks = blocksOf(value)
      if (blocks) return blocks.map((one) => `${name} {\n${hclBody(one)}\n}`).join('\n')
      return `${name} = ${isReference(value) ? `${value.to}.id` : JSON.stringify(value)}`
    })
    .join('\n')

const hclOf = (resources: Readonly<Record<string, Block>>): string =>
  Object.entries(resources)
    .map(([address, block]) => `resource "${address.replace('.', '" "')}" {\n${hclBody(block)}\n}\n`)
    .join('')

/** What a plan shows of a block: references are not known before they are applied. */
const planned = (block: Block): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(block).flatMap(([name, value]) => {
      if (isReference(value)) return []
      const blocks = blocksOf(value)
      return [[name, blocks ? blocks.map(planned) : value]]
    }),
  )

const expressions = (block: Block): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(block).map(([name, value]) => {
      if (isReference(value)) return [name, { references: [`${value.to}.id`, value.to] }]
      const blocks = blocksOf(value)
      return [name, blocks ? blocks.map(expressions) : { constant_value: value }]
    }),
  )

const planOf = (resources: Readonly<Record<string, Block>>): string => {
  const all = Object.entries(resources).map(([address, block]) => {
    const [type = '', name = ''] = address.split('.')
    return { own: { address, mode: 'managed', type, name }, block }
  })
  return JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: { resources: all.map(({ own, block }) => ({ ...own, values: planned(block) })) },
    },
    resource_changes: all.map(({ own, block }) => ({
      ...own,
      change: {
        actions: ['create'],
        after: planned(block),
        after_unknown: Object.fromEntries(
          Object.entries(block).flatMap(([name, value]) => (isReference(value) ? [[name, true]] : [])),
        ),
      },
    })),
    configuration: {
      root_module: { resources: all.map(({ own, block }) => ({ ...own, expressions: expressions(block) })) },
    },
  })
}

const indented = (text: string): string => text.trim().replace(/^/gm, '  ')

/** `aws_s3_bucket.records/443` and `Records/443` play one role. */
const roleOf = (id: string): string => id.replace(/\baws_\w+\./g, '').toLowerCase()

const findings = (file: string, text: string) => {
  const audited = audit([{ file, bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report.findings.flatMap(({ rule, outcome, severity, subjects }) =>
    subjects.map(({ id }) => ({ rule, outcome, severity, role: roleOf(id) })),
  )
}

type Found = ReturnType<typeof findings>

const all = (found: Found) =>
  found.map(({ rule, outcome, severity, role }) => `${outcome} ${severity} ${rule} ${role}`).sort()

/** Who guards the network of what is a matter of the description; everything else has to be the same. */
const failing = (found: Found, roles: ReadonlySet<string>) =>
  found
    .filter(({ outcome, role }) => outcome === 'fail' && roles.has(role.split('/')[0] ?? ''))
    .map(({ rule, role }) => `${rule} ${role}`)
    .sort()

describe('one system says the same in every format:', () => {
  it('there are twelve at least', () => {
    expect(SYSTEMS.length).toBeGreaterThanOrEqual(12)
  })

  it.each(SYSTEMS)('$name', ({ terraform, cloudformation, description, fails, importedOnly = [] }) => {
    const hcl = findings('main.tf', hclOf(terraform))
    const plan = findings('plan.json', planOf(terraform))
    const template = findings('template.yaml', `Resources:\n${indented(cloudformation)}\n`)
    const own = findings(
      'infra.yaml',
      `version: 1${description.startsWith('\n') ? '' : '\n'}${description}\n`,
    )
    expect(all(plan)).toEqual(all(hcl))
    expect(all(template)).toEqual(all(hcl))
    const roles = new Set(Object.keys(terraform).map(roleOf))
    expect(failing(hcl, roles)).toEqual([...failing(own, roles), ...importedOnly].sort())
    for (const one of fails) expect(failing(hcl, roles)).toContain(one)
  })
})
