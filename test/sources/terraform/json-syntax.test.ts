import { describe, expect, it } from 'vitest'
import { claimAt, imported, refused } from '../../imported.js'

const json = (value: unknown) => JSON.stringify(value, null, 2)
const loaded = (value: unknown, more: Readonly<Record<string, string>> = {}) =>
  imported({ 'main.tf.json': json(value), ...more })
const encrypted = 'assets/aws_ebs_volume.v/encryptionAtRest/enabled'
const volume = (body: Readonly<Record<string, unknown>>) => ({ resource: { aws_ebs_volume: { v: body } } })

describe('the JSON syntax of Terraform', () => {
  it('says what HCL says, and where', () => {
    const claim = claimAt(loaded(volume({ encrypted: false })), encrypted)
    expect(claim).toMatchObject({ value: false, rank: 'imported', line: 5 })
  })

  it.each([
    ['a variable', { variable: { on: { default: true } }, ...volume({ encrypted: '${var.on}' }) }, true],
    [
      'a variable without a value',
      { variable: { on: {} }, ...volume({ encrypted: '${var.on}' }) },
      undefined,
    ],
    ['a local value', { locals: { on: false }, ...volume({ encrypted: '${local.on}' }) }, false],
    [
      'a choice',
      { locals: { on: 'x"y' }, ...volume({ encrypted: '${local.on == "x\\"y" ? true : false}' }) },
      true,
    ],
    ['a list of files in one', [{ locals: { on: true } }, volume({ encrypted: '${local.on}' })], true],
    ['a list of bodies', { resource: { aws_ebs_volume: { v: [{ encrypted: true }] } } }, true],
    ['blocks that are null', [{ resource: null, locals: [null] }, volume({ encrypted: true })], true],
    ['a resource that is null', { resource: { aws_ebs_volume: { v: { encrypted: true }, w: null } } }, true],
    ['a provider in an expression', volume({ provider: '${aws.west}', encrypted: true }), true],
    ['a comment', { '//': 'x', ...volume({ '//': 'y', encrypted: true }) }, true],
  ])('reads %s', (_, value, expected) => {
    const { infrastructure } = loaded(value)
    const own = infrastructure.origin(`/${encrypted}`)
    const found = infrastructure.asset('aws_ebs_volume.v')?.value.encryptionAtRest?.enabled
    expect(own.rank === 'imported' ? found : undefined).toBe(expected)
  })

  it.each([
    ['as an object', { from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
    ['as a list', [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }]],
  ])('reads blocks within blocks %s', (_, ingress) => {
    const { infrastructure } = loaded({ resource: { aws_security_group: { g: { ingress } } } })
    expect(infrastructure.asset('aws_security_group.g')?.value.endpoints?.[0]?.port).toBe(22)
  })

  it.each([
    ['as an object', (content: unknown) => content],
    ['as a list', (content: unknown) => [content]],
  ])('reads what a dynamic block repeats %s', (_, wrapped) => {
    const content = {
      from_port: '${port.value}',
      to_port: '${port.value}',
      protocol: 'tcp',
      cidr_blocks: ['0.0.0.0/0'],
    }
    const { infrastructure } = loaded({
      resource: {
        aws_security_group: {
          g: {
            dynamic: {
              ingress: wrapped({ for_each: [22, 3389], iterator: 'port', content: wrapped(content) }),
            },
          },
        },
      },
    })
    const ports = infrastructure.asset('aws_security_group.g')?.value.endpoints?.map(({ port }) => port)
    expect(ports).toEqual([22, 3389])
  })

  it('follows references, beside files of HCL', () => {
    const { infrastructure } = loaded(
      {
        resource: {
          aws_s3_bucket_versioning: {
            w: { bucket: '${aws_s3_bucket.b.id}', versioning_configuration: { status: 'Enabled' } },
          },
        },
      },
      { 'more.tf': 'resource "aws_s3_bucket" "b" {}' },
    )
    expect(infrastructure.asset('aws_s3_bucket.b')?.value.recovery?.versioning).toBe(true)
  })

  it('calls modules of the tree, and is no configuration of its own where it is called', () => {
    const { infrastructure } = loaded(
      { module: { m: { source: './m', on: false } } },
      { 'm/main.tf.json': json({ variable: { on: {} }, ...volume({ encrypted: '${var.on}' }) }) },
    )
    expect(infrastructure.assets.map(({ id }) => id)).toEqual(['module.m.aws_ebs_volume.v'])
    expect(infrastructure.assets[0]?.value.encryptionAtRest?.enabled).toBe(false)
  })

  it('takes the region of the provider that a text names', () => {
    const { infrastructure } = loaded({
      provider: { aws: [{ region: 'us-east-1' }, { alias: 'west', region: 'us-west-2' }] },
      ...volume({ provider: 'aws.west' }),
    })
    expect(infrastructure.assets[0]?.value.region).toBe('us-west-2')
  })

  it('is laid over by an override', () => {
    const override = { 'override.tf.json': json(volume({ encrypted: true })) }
    expect(claimAt(loaded(volume({ encrypted: false }), override), encrypted).value).toBe(true)
  })

  it('shows lines of a plan of the same configuration', () => {
    const plan = {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_ebs_volume.v',
              mode: 'managed',
              type: 'aws_ebs_volume',
              name: 'v',
              values: { encrypted: false },
            },
          ],
        },
      },
    }
    const { infrastructure, documents } = loaded(volume({ encrypted: false }), {
      'plan.json': JSON.stringify(plan),
    })
    expect(infrastructure.assets.length).toBe(1)
    const { document, route } = infrastructure.origin(`/${encrypted}`)
    expect(documents[document]?.locate(route)).toMatchObject({ file: 'main.tf.json', line: 5 })
  })

  it.each([
    ['of plain words', 'x'.repeat(9_000_000)],
    ['of escapes', '\n'.repeat(4_000_000)],
    ['of what ends other texts', `${'${1}'}END_OF_TEXT${'_'.repeat(3_000_000)}`],
  ])('reads a text without an end of it %s', (_, text) => {
    expect(claimAt(loaded({ locals: { text }, ...volume({ encrypted: false }) }), encrypted).value).toBe(
      false,
    )
  })

  it.each([
    ['{ "resource": }', '1:15 not-hcl: a value is missing here'],
    ['{ "resource" {} }', '1:14 not-hcl: `:` is missing here'],
    ['{ "resource": {} "data": {} }', '1:18 not-hcl: `,` or `}` is missing here'],
    ['{ resource: {} }', '1:3 not-hcl: a name is missing here'],
    ['{ "a": "b', '1:8 not-hcl: a value is missing here'],
    ['{ "a": "b\n" }', '1:8 not-hcl: a value is missing here'],
    ['{ "a": "b\\', '1:8 not-hcl: a value is missing here'],
    ['{ "a": "\\x" }', '1:8 not-hcl: this is no text of JSON'],
    ['{} {}', '1:4 not-hcl: this stands behind the end of the JSON'],
    ['[1,]', '1:4 not-hcl: a value is missing here'],
    ['{ "locals": { "a": "${" } }', '1:20 not-hcl: a value is missing here'],
    ['{ "resource": 1 }', '1:15 not-hcl: a block is missing here'],
    ['['.repeat(200), '1:101 not-hcl: this is nested more than 100 levels deep'],
  ])('refuses %s', (text, words) => {
    expect(refused({ 'main.tf.json': text })).toEqual([`main.tf.json:${words}`])
  })

  it.each([
    ['END_OF_TEXT', 'END_OF_TEXT\n${"a"}\nEND_OF_TEXT'],
    ['END_OF_TEXT_', 'END_OF_TEXT\nEND_OF_TEXT_\n${"a"}\nEND_OF_TEXT'],
    ['what stands behind', '${"a"} b\n'],
    ['escapes that are none here', '\\n$${x} ${"a"}'],
  ])('keeps texts whole that hold %s', (_, name) => {
    const expected = name.replace('${"a"}', 'a').replace('$${', '${')
    const { infrastructure } = loaded(volume({ encrypted: true, tags: { Note: name } }))
    expect(infrastructure.assets[0]?.value.tags?.['Note']).toBe(expected)
  })
})
