import { describe, expect, it } from 'vitest'
import { audit, load } from '../../../src/audit.js'
import { claimAt, type Files, imported, refused } from '../../imported.js'

const volume = (more: string, name = 'v') => `
  resource "aws_ebs_volume" "${name}" {
    ${more}
  }
`
const idsOf = (files: Files) => imported(files).infrastructure.assets.map(({ id }) => id)

describe('a folder of configuration', () => {
  it('points to the line of an attribute, and to that of the resource where a default holds', () => {
    const files = {
      'infra/main.tf':
        'resource "aws_db_instance" "db" {\n  engine = "mysql"\n  storage_encrypted = false\n}\n',
    }
    const loaded = imported(files)
    expect(claimAt(loaded, 'assets/aws_db_instance.db/encryptionAtRest/enabled')).toEqual({
      value: false,
      rank: 'imported',
      line: 3,
      address: 'infra:aws_db_instance.db',
    })
    expect(claimAt(loaded, 'assets/aws_db_instance.db/recovery/deletionProtection')).toMatchObject({
      rank: 'default',
      line: 1,
    })
  })

  it('tells whose default it is', () => {
    const { infrastructure } = imported({ 'main.tf': volume('') })
    expect(infrastructure.origin('/assets/aws_ebs_volume.v/encryptionAtRest/enabled').also?.words).toMatch(
      /^default of AWS: EBS does not encrypt.* \(as documented on \d{4}-\d\d-\d\d\)$/,
    )
  })

  it.each<readonly [string, Files, unknown]>([
    [
      'a variable with a default',
      { 'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {\n default = true\n}` },
      true,
    ],
    ['a variable without one', { 'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {}` }, undefined],
    [
      'a variable of terraform.tfvars',
      {
        'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {\n default = true\n}`,
        'terraform.tfvars': 'on = false\n',
      },
      false,
    ],
    [
      'a variable of terraform.tfvars.json, over terraform.tfvars',
      {
        'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {}`,
        'terraform.tfvars': 'on = true\n',
        'terraform.tfvars.json': '{ "on": false }',
      },
      false,
    ],
    [
      'an override file, which is read last',
      { 'a_override.tf': volume('encrypted = false'), 'main.tf': volume('encrypted = true') },
      false,
    ],
    [
      'what an override file leaves as it is',
      { 'main.tf': volume('encrypted = true'), 'override.tf': volume('size = 8') },
      true,
    ],
    [
      'the default of a variable in an override file',
      {
        'a_override.tf': 'variable "on" {\n default = false\n}',
        'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {\n default = true\n}`,
      },
      false,
    ],
    [
      'a local of an override file',
      {
        'a_override.tf': 'locals {\n on = false\n}',
        'main.tf': `${volume('encrypted = local.on')}\nlocals {\n on = true\n}`,
      },
      false,
    ],
    [
      'a comparison with a list of which one entry is not known',
      { 'main.tf': volume('encrypted = [aws_ebs_volume.w.id] != ["vol-1"]') + volume('', 'w') },
      undefined,
    ],
    ['a comparison of lists that are known', { 'main.tf': volume('encrypted = ["a"] != ["b"]') }, true],
    [
      'auto files over terraform.tfvars',
      {
        'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {}`,
        'terraform.tfvars': 'on = false\n',
        'a.auto.tfvars': 'on = true\n',
      },
      true,
    ],
    [
      'a sensitive variable',
      {
        'main.tf': `${volume('encrypted = var.on')}\nvariable "on" {\n default = true\n sensitive = true\n}`,
      },
      undefined,
    ],
    ['a local', { 'main.tf': `${volume('encrypted = local.on')}\nlocals {\n on = !false\n}` }, true],
    [
      'locals that depend on each other',
      { 'main.tf': `${volume('encrypted = local.a')}\nlocals {\n a = local.b\n b = local.a\n}` },
      undefined,
    ],
    ['a text', { 'main.tf': volume('encrypted = "true"') }, true],
    [
      'lists compared that are known in part',
      { 'main.tf': `${volume('encrypted = [var.on] == [true]')}\nvariable "on" {}` },
      undefined,
    ],
    ['lists compared that are known', { 'main.tf': volume('encrypted = [true] == [true]') }, true],
    ['null', { 'main.tf': volume('encrypted = null') }, false],
    [
      'what another resource says',
      { 'main.tf': volume('encrypted = aws_ebs_volume.w.encrypted') + volume('', 'w') },
      undefined,
    ],
    [
      'two files',
      { 'main.tf': volume('encrypted = var.on'), 'variables.tf': 'variable "on" {\n default = true\n}' },
      true,
    ],
  ])('reads %s', (_, files, expected) => {
    expect(claimAt(imported(files), 'assets/aws_ebs_volume.v/encryptionAtRest/enabled').value).toEqual(
      expected,
    )
  })

  it.each([
    ['count', volume('count = 2'), ['aws_ebs_volume.v.0', 'aws_ebs_volume.v.1']],
    ['no count', volume('count = 0'), []],
    ['a count by condition', `${volume('count = var.on ? 1 : 0')}variable "on" {\n default = false\n}`, []],
    ['a count that nobody knows', `${volume('count = var.n')}variable "n" {}`, ['aws_ebs_volume.v']],
    [
      'for_each over a set',
      volume('for_each = toset(["a", "b"])'),
      ['aws_ebs_volume.v.a', 'aws_ebs_volume.v.b'],
    ],
    [
      'for_each over a map',
      volume('for_each = { x = true }\n encrypted = each.value'),
      ['aws_ebs_volume.v.x'],
    ],
  ])('repeats a block by %s', (_, hcl, ids) => {
    expect(idsOf({ 'main.tf': hcl })).toEqual(ids)
  })

  it('knows `each` and `count`', () => {
    const loaded = imported({
      'main.tf': volume('for_each = { x = true, y = false }\n encrypted = each.value'),
    })
    expect(claimAt(loaded, 'assets/aws_ebs_volume.v.x/encryptionAtRest/enabled').value).toBe(true)
    expect(claimAt(loaded, 'assets/aws_ebs_volume.v.y/encryptionAtRest/enabled').value).toBe(false)
  })

  it('reads dynamic blocks, and says nothing of those whose number it cannot tell', () => {
    const dynamic = (list: string) => `
      variable "unknown" {}
      resource "aws_lb" "lb" {
        dynamic "access_logs" {
          for_each = ${list}
          content {
            enabled = access_logs.value
          }
        }
      }`
    const enabled = (list: string) =>
      claimAt(imported({ 'main.tf': dynamic(list) }), 'assets/aws_lb.lb/audit/enabled')
    expect(enabled('[true]')).toMatchObject({ value: true, line: 6 })
    expect(enabled('[]')).toMatchObject({ value: false, rank: 'default' })
    expect(enabled('var.unknown').value).toBeUndefined()
  })
})

describe('local modules', () => {
  const files = {
    'envs/prod/main.tf': `
      module "disk" {
        source    = "../../modules/disk"
        for_each  = { a = true, b = false }
        encrypted = each.value
        key       = aws_kms_key.k.arn
      }
      resource "aws_kms_key" "k" {}
    `,
    'modules/disk/main.tf': `
      variable "encrypted" {}
      variable "key" {}
      resource "aws_ebs_volume" "v" {
        encrypted  = var.encrypted
        kms_key_id = var.key
      }
      output "id" { value = aws_ebs_volume.v.id }
    `,
  }

  it('are read where they are called, each with its variables', () => {
    const loaded = imported(files)
    expect(loaded.infrastructure.assets.map(({ value }) => value.address)).toEqual([
      'prod:module.disk["a"].aws_ebs_volume.v',
      'prod:module.disk["b"].aws_ebs_volume.v',
    ])
    const at = (key: string) =>
      claimAt(loaded, `assets/module.disk.${key}.aws_ebs_volume.v/encryptionAtRest/enabled`)
    expect([at('a').value, at('b').value]).toEqual([true, false])
    expect(claimAt(loaded, 'assets/module.disk.a.aws_ebs_volume.v/encryptionAtRest/key').value).toBe(
      'aws_kms_key.k',
    )
  })

  it('give their outputs back', () => {
    const loaded = imported({
      'main.tf': `
        module "keys" { source = "./keys" }
        resource "aws_ebs_volume" "v" { kms_key_id = module.keys.arn }
      `,
      'keys/main.tf': `
        resource "aws_kms_key" "k" {}
        output "arn" { value = aws_kms_key.k.arn }
      `,
    })
    expect(claimAt(loaded, 'assets/aws_ebs_volume.v/encryptionAtRest/key').value).toBe(
      'module.keys.aws_kms_key.k',
    )
  })

  it.each([
    [
      'of a registry',
      'source = "terraform-aws-modules/vpc/aws"',
      'a module from elsewhere, which is not fetched: import a plan to have its resources',
    ],
    [
      'of a repository',
      'source = "git::https://example.com/vpc.git"',
      'a module from elsewhere, which is not fetched: import a plan to have its resources',
    ],
    [
      'that is not there',
      'source = "./nowhere"',
      'a module whose folder holds no configuration that may be read',
    ],
    ['that is itself', 'source = "./"', 'a module that calls itself'],
  ])('are told that cannot be read: %s', (_, source, why) => {
    const { notRead } = imported({ 'infra/main.tf': `module "m" {\n  ${source}\n}\n${volume('')}` })
    expect(notRead).toEqual([{ what: 'module.m', count: 1, why, file: 'infra/main.tf' }])
  })

  it('that call each other end', () => {
    const { notRead } = imported({
      'a/main.tf': `module "b" {\n source = "../b"\n}\n${volume('')}`,
      'b/main.tf': 'module "a" {\n source = "../a"\n}\n',
    })
    expect(notRead.map(({ why }) => why)).toContain('a module that calls itself')
  })
})

describe('hostile configuration', () => {
  it.each([
    ['a million of one block', volume('count = 1000000'), 999_000],
    ['a map of a hundred thousand', volume('for_each = { for i in range(9999) : i => i }'), 8999],
  ])('is bounded: %s', (_, hcl, left) => {
    const { infrastructure, notRead } = imported({ 'main.tf': hcl })
    expect(infrastructure.assets).toHaveLength(1000)
    expect(notRead).toMatchObject([{ what: 'aws_ebs_volume.v', count: left }])
  })

  /** Locals of which each is made of the one before, twice. */
  const doubled = (first: string, twice: (before: string) => string, of: string) => `
    locals {
      l0 = ${first}
      ${Array.from({ length: 60 }, (_, index) => `l${index + 1} = ${twice(`local.l${index}`)}`).join('\n')}
    }
    ${volume(`encrypted = ${of}`)}
    ${volume('encrypted = true', 'sound')}`

  it.each([
    ['a text', doubled('"aaaa"', (one) => `"\${${one}}\${${one}}"`, 'local.l60')],
    ['a reference', doubled('aws_ebs_volume.sound.id', (one) => `"\${${one}}\${${one}}"`, 'local.l60')],
    ['a list within a list', doubled('["a"]', (one) => `[${one}, ${one}]`, 'jsonencode(flatten(local.l60))')],
    ['an object', doubled('{ a = 1 }', (one) => `{ a = ${one}, b = ${one} }`, 'local.l60 == local.l59')],
    [
      'a separator',
      volume(`encrypted = join(join("", [for i in range(9999) : "${'a'.repeat(99)}"]), range(9999))`),
    ],
    ['a replacement', volume(`encrypted = replace(join("", range(9999)), "1", join("", range(9999)))`)],
  ])('that doubles %s is not known, and does no harm', (_, hcl) => {
    const loaded = imported({ 'main.tf': hcl })
    expect(claimAt(loaded, 'assets/aws_ebs_volume.v/encryptionAtRest/enabled').value).toBeUndefined()
  })

  it('of modules that each call the next twice is cut off, and that is told', () => {
    const calls = (index: number) =>
      `module "a" {\n source = "../m${index}"\n}\nmodule "b" {\n source = "../m${index}"\n}\n`
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`m${index}/main.tf`, calls(index + 1)]),
    )
    const { notRead } = imported({ ...files, 'm30/main.tf': 'resource "null_resource" "n" {}\n' })
    expect(notRead).toContainEqual({
      what: 'm0',
      count: 1,
      why: 'a configuration that multiplies itself: what comes late in it is not read, or counts as not known',
    })
  })

  it('works out locals that rest on one another, and leaves open what rests on thousands', () => {
    const encrypted = (length: number) => {
      const locals = Array.from({ length }, (_, index) => `a${index + 1} = upper("\${local.a${index}}")\n`)
      const hcl = `locals {\na0 = "true"\n${locals.join('')}}\n${volume(`encrypted = local.a${length} == "TRUE"`)}`
      return claimAt(imported({ 'main.tf': hcl }), 'assets/aws_ebs_volume.v/encryptionAtRest/enabled').value
    }
    expect(encrypted(100)).toBe(true)
    expect(encrypted(20_000)).toBeUndefined()
  })

  it('reads no file outside', () => {
    const { infrastructure } = imported({ 'main.tf': `${volume('encrypted = file("../../../etc/passwd")')}` })
    expect(infrastructure.asset('aws_ebs_volume.v')?.value.encryptionAtRest).toBeUndefined()
  })

  it('is refused with its place where it is no HCL', () => {
    expect(refused({ 'infra/main.tf': 'resource "aws_s3_bucket" "b" {\n  bucket =\n}\n' })).toEqual([
      'infra/main.tf:2:11 not-hcl: a value is missing here',
    ])
  })

  it.each(['infra/more.tf', 'infra/terraform.tfvars'])('is refused where a file is no text: %s', (file) => {
    const main = { file: 'infra/main.tf', bytes: new TextEncoder().encode(volume('')), named: false }
    const loaded = load([main, { file, bytes: new Uint8Array([0x61, 0xff, 0xfe]), named: false }])
    expect('problems' in loaded && loaded.problems).toMatchObject([
      { code: 'invalid-utf8', place: { file, line: 1, column: 2 } },
    ])
  })

  it('keys are no way to what all objects share', () => {
    const hcl =
      'resource "aws_s3_bucket" "b" {\n tags = { __proto__ = "x", constructor = "y" }\n}\nlocals {\n a = { __proto__ = { polluted = true } }\n}'
    imported({ 'main.tf': hcl })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('secrets', () => {
  const SECRET = 'correct-horse-battery'
  const hcl = `resource "aws_db_instance" "db" {\n  engine = "mysql"\n  password = "${SECRET}"\n  storage_encrypted = false\n}\n`
  const planned = {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_db_instance.db',
            mode: 'managed',
            type: 'aws_db_instance',
            name: 'db',
            values: { engine: 'mysql', password: SECRET, storage_encrypted: false },
          },
        ],
      },
    },
  }
  it.each([
    ['configuration', 'main.tf', hcl],
    ['what no rule of secrets knows beside an attribute', 'main.tf', hcl.replace('password', 'note')],
    ['what is put together', 'main.tf', hcl.replace(/"correct.*"/, `join("", ["${SECRET}", "1"])`)],
    ['what is chosen', 'main.tf', hcl.replace(/"correct.*"/, `true ? "${SECRET}" : "a"`)],
    ['a plan', 'plan.json', JSON.stringify(planned, null, 1)],
    ['a plan on one line', 'plan.json', JSON.stringify(planned)],
  ])('of %s are in no report', (_, file, text) => {
    const audited = audit([{ file, bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
    expect('report' in audited && audited.report.findings.length).toBeGreaterThan(0)
    expect(JSON.stringify(audited)).not.toContain(SECRET)
  })
})

describe('an override file', () => {
  const files = {
    'a_override.tf': volume('\n encrypted = false'),
    'main.tf': volume('encrypted = true\n size = 8'),
  }

  it('makes no resource of its own, and stands where it says something', () => {
    const loaded = imported(files)
    expect(loaded.infrastructure.assets.map(({ id }) => id)).toEqual(['aws_ebs_volume.v'])
    const { document, route } = loaded.infrastructure.origin(
      '/assets/aws_ebs_volume.v/encryptionAtRest/enabled',
    )
    expect(loaded.documents[document]?.locate(route)).toMatchObject({ file: 'a_override.tf', line: 3 })
    const whole = loaded.infrastructure.origin('/assets/aws_ebs_volume.v')
    expect(loaded.documents[whole.document]?.locate(whole.route).file).toBe('main.tf')
  })

  it('replaces all blocks of a name at once', () => {
    const server = (disks: string) => `resource "aws_instance" "s" {\n${disks}\n}`
    const disk = (encrypted: boolean) => `ebs_block_device {\n encrypted = ${encrypted}\n}`
    const { infrastructure } = imported({
      'main.tf': server(`root_block_device {\n encrypted = true\n}\n${disk(false)}\n${disk(true)}`),
      'override.tf': server(disk(true)),
    })
    expect(infrastructure.asset('aws_instance.s')?.value.encryptionAtRest?.enabled).toBe(true)
  })
})

it('refuses values of variables that are no JSON', () => {
  const files = { 'main.tf': volume(''), 'terraform.tfvars.json': '{ "on": ' }
  expect(refused(files)).toEqual([
    'terraform.tfvars.json:1:1 not-json: these are values of variables, and no sound JSON',
  ])
})
