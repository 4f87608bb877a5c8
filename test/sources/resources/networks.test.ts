import { describe, expect, it } from 'vitest'
import { type Files, findingsOf, imported } from '../../imported.js'

const VPC = 'resource "aws_vpc" "v" {}'
const subnet = (name: string, more = '') => `
  resource "aws_subnet" "${name}" {
    vpc_id = aws_vpc.v.id
    ${more}
  }`
const gateway = 'resource "aws_internet_gateway" "g" { vpc_id = aws_vpc.v.id }'
const table = (route: string) => `
  resource "aws_route_table" "t" {
    vpc_id = aws_vpc.v.id
    ${route}
  }`
const associated = (name: string) => `
  resource "aws_route_table_association" "a_${name}" {
    subnet_id      = aws_subnet.${name}.id
    route_table_id = aws_route_table.t.id
  }`
const route = (cidr: string, gatewayId: string) => `route {
    cidr_block = "${cidr}"
    gateway_id = ${gatewayId}
  }`
const OUT = `${gateway}${table(route('0.0.0.0/0', 'aws_internet_gateway.g.id'))}`
const server = (more = '') => `resource "aws_instance" "s" {
    ${more}
  }`
const IN_A = 'subnet_id = aws_subnet.a.id'
const group = (cidr: string, port = 443) => `
  resource "aws_security_group" "w" {
    ingress {
      from_port   = ${port}
      to_port     = ${port}
      protocol    = "tcp"
      cidr_blocks = ["${cidr}"]
    }
  }`
const GUARDED = 'vpc_security_group_ids = [aws_security_group.w.id]'
const PUBLIC = ['aws_vpc.v.public', 'dmz']
const PRIVATE = ['aws_vpc.v.private', 'internal']
const NOWHERE = [undefined, undefined]
const OWN_SUBNET = ['aws_subnet.a', undefined]

/** Circumstance, configuration, zone and its trust, and whose claim the trust is. */
const PLACES: readonly (readonly [string, string, readonly unknown[], string?])[] = [
  [
    'a subnet that gives out addresses',
    VPC + subnet('a', 'map_public_ip_on_launch = true') + server(IN_A),
    PUBLIC,
  ],
  ['a subnet of a VPC without routes', VPC + subnet('a') + server(IN_A), PRIVATE, 'default'],
  [
    'a subnet whose table leads to the internet',
    VPC + subnet('a') + OUT + associated('a') + server(IN_A),
    PUBLIC,
  ],
  [
    'a route that stands alone',
    `${VPC}${subnet('a')}${gateway}${table('')}${associated('a')}${server(IN_A)}
    resource "aws_route" "r" {
      route_table_id              = aws_route_table.t.id
      destination_ipv6_cidr_block = "::/0"
      gateway_id                  = aws_internet_gateway.g.id
    }`,
    PUBLIC,
  ],
  [
    'a gateway that is named by its id',
    VPC + subnet('a') + table(route('0.0.0.0/0', '"igw-0a1b"')) + associated('a') + server(IN_A),
    PUBLIC,
  ],
  [
    'a route to another network',
    VPC +
      subnet('a') +
      gateway +
      table(route('10.1.0.0/16', 'aws_internet_gateway.g.id')) +
      associated('a') +
      server(IN_A),
    PRIVATE,
  ],
  [
    'a route to a private gateway',
    VPC + subnet('a') + table(route('0.0.0.0/0', '"vgw-0a1b"')) + associated('a') + server(IN_A),
    PRIVATE,
  ],
  [
    'a gateway that cannot be known',
    `variable "g" {}\n${VPC}${subnet('a')}${table(route('0.0.0.0/0', 'var.g'))}${associated('a')}${server(IN_A)}`,
    OWN_SUBNET,
  ],
  [
    'the main table of the VPC',
    `${VPC}${subnet('a')}${OUT}${server(IN_A)}
    resource "aws_main_route_table_association" "m" {
      vpc_id         = aws_vpc.v.id
      route_table_id = aws_route_table.t.id
    }`,
    PUBLIC,
  ],
  [
    'the default table of the VPC',
    `${VPC}${subnet('a')}${gateway}${server(IN_A)}
    resource "aws_default_route_table" "m" {
      default_route_table_id = aws_vpc.v.default_route_table_id
      ${route('0.0.0.0/0', 'aws_internet_gateway.g.id')}
    }`,
    PUBLIC,
  ],
  [
    'an association whose subnet cannot be known',
    `variable "s" {}\n${VPC}${subnet('a')}${OUT}${server(IN_A)}
    resource "aws_route_table_association" "a" {
      subnet_id      = var.s
      route_table_id = aws_route_table.t.id
    }`,
    OWN_SUBNET,
  ],
  [
    'a subnet of a VPC that is described elsewhere',
    `resource "aws_subnet" "a" {\n vpc_id = "vpc-1"\n}\n${server(IN_A)}`,
    OWN_SUBNET,
  ],
  ['a subnet that is described elsewhere', server('subnet_id = "subnet-1"'), NOWHERE],
  ['no subnet', server(), ['default-network', 'dmz'], 'default'],
  [
    'no subnet, and interfaces of its own',
    server('network_interface {\n network_interface_id = "eni-1"\n }'),
    NOWHERE,
  ],
  ['no subnet, and a template', server('launch_template {\n id = "lt-1"\n }'), NOWHERE],
  [
    'a public address in a subnet that is described elsewhere',
    server('subnet_id = "subnet-1"\n associate_public_ip_address = true'),
    ['public-addresses', 'dmz'],
  ],
  [
    'a group that is described elsewhere, in the default network',
    server('vpc_security_group_ids = ["sg-1"]'),
    NOWHERE,
  ],
  [
    'the internet let in, and no address that is known',
    VPC + subnet('a') + OUT + associated('a') + group('0.0.0.0/0') + server(`${IN_A}\n ${GUARDED}`),
    NOWHERE,
  ],
  [
    'one network let in, and no address that is known',
    VPC + subnet('a') + OUT + associated('a') + group('10.0.0.0/8') + server(`${IN_A}\n ${GUARDED}`),
    PUBLIC,
  ],
]

/** Circumstance, type of resource, what it says, and where it stands. */
const OTHERS: readonly (readonly [string, string, string, readonly unknown[]])[] = [
  [
    'a database, by a group of subnets',
    'aws_db_instance',
    'db_subnet_group_name = aws_db_subnet_group.g.name',
    PRIVATE,
  ],
  ['a database without a group', 'aws_db_instance', '', ['default-network', 'dmz']],
  ['a replica without a group', 'aws_db_instance', 'replicate_source_db = "other"', NOWHERE],
  [
    'a function in a subnet',
    'aws_lambda_function',
    'vpc_config {\n subnet_ids = [aws_subnet.a.id]\n }',
    PRIVATE,
  ],
  ['a function without a subnet', 'aws_lambda_function', '', ['lambda-network', 'internal']],
  [
    'a function of whose network nothing is known',
    'aws_lambda_function',
    `vpc_config {
    subnet_ids = var.subnets
  }
}
variable "subnets" {}
locals {`,
    NOWHERE,
  ],
  [
    'a function that may have a network',
    'aws_lambda_function',
    `dynamic "vpc_config" {
    for_each = var.networks
    content {
      subnet_ids = vpc_config.value
    }
  }
}
variable "networks" {}
locals {`,
    NOWHERE,
  ],
  [
    'a domain of a VPC',
    'aws_opensearch_domain',
    'vpc_options {\n subnet_ids = [aws_subnet.a.id]\n }',
    PRIVATE,
  ],
  ['a domain without a VPC', 'aws_opensearch_domain', '', ['internet', undefined]],
  ['a replication with a public address', 'aws_dms_replication_instance', '', ['public-addresses', 'dmz']],
  ['a replication without one', 'aws_dms_replication_instance', 'publicly_accessible = false', NOWHERE],
  [
    'a replication in a subnet without a way out',
    'aws_dms_replication_instance',
    'replication_subnet_group_id = aws_dms_replication_subnet_group.g.id',
    PRIVATE,
  ],
]

const MOUNTS = [
  { what: 'mount targets in one zone', names: ['a', 'b'], place: PRIVATE },
  { what: 'mount targets in two', names: ['a', 'c'], place: NOWHERE },
]

const placeOf = (hcl: string, id = 'aws_instance.s') => {
  const { infrastructure } = imported({ 'main.tf': hcl })
  const zone = infrastructure.asset(id)?.value.zone
  const entry = infrastructure.zones.get(zone ?? '')
  return { place: [zone, entry?.trust], rank: infrastructure.origin(`/zones/${zone}/trust`).rank }
}

describe('where a server of AWS stands', () => {
  it.each(PLACES.map(([what, hcl, place, rank = 'imported']) => ({ what, hcl, place, rank })))(
    '$what',
    ({ hcl, place, rank }) => {
      const found = placeOf(hcl)
      expect(found.place).toEqual(place)
      if (place[1] !== undefined) expect(found.rank).toBe(rank)
    },
  )

  it.each(OTHERS)('%s', (_, type, attributes, place) => {
    const groups = ['aws_db_subnet_group', 'aws_dms_replication_subnet_group']
      .map((name) => `resource "${name}" "g" {\n subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]\n}\n`)
      .join('')
    const hcl = `${VPC}${subnet('a')}${subnet('b')}\n${groups}resource "${type}" "x" {\n ${attributes}\n}`
    expect(placeOf(hcl, `${type}.x`).place).toEqual(place)
  })

  it('says nothing of what stands in several zones', () => {
    const hcl = `${VPC}${subnet('a')}${subnet('b', 'map_public_ip_on_launch = true')}
      resource "aws_lambda_function" "x" {
        vpc_config {
          subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
        }
      }`
    expect(placeOf(hcl, 'aws_lambda_function.x').place).toEqual(NOWHERE)
  })

  it.each(MOUNTS)('a file system with $what', ({ names, place }) => {
    const mounts = names
      .map(
        (name) =>
          `resource "aws_efs_mount_target" "${name}" {\n file_system_id = aws_efs_file_system.x.id\n subnet_id = aws_subnet.${name}.id\n}\n`,
      )
      .join('')
    const subnets = subnet('a') + subnet('b') + subnet('c', 'map_public_ip_on_launch = true')
    expect(
      placeOf(`${VPC}${subnets}\nresource "aws_efs_file_system" "x" {}\n${mounts}`, 'aws_efs_file_system.x')
        .place,
    ).toEqual(place)
  })
})

describe('what a server shows to the internet', () => {
  it.each([
    [
      'a web port, at an address of its own',
      'associate_public_ip_address = true',
      group('0.0.0.0/0'),
      '443 other public',
    ],
    [
      'a port of administration',
      'associate_public_ip_address = true',
      group('0.0.0.0/0', 22),
      '22 ssh public',
    ],
    ['a web port, at an address of the default network', '', group('0.0.0.0/0'), '443 other public'],
    ['nothing, without an address', 'associate_public_ip_address = false', group('0.0.0.0/0'), ''],
    ['nothing, where one network is let in', 'associate_public_ip_address = true', group('10.0.0.0/8'), ''],
  ])('%s', (_, address, rules, shown) => {
    const { infrastructure } = imported({ 'main.tf': rules + server(`${address}\n ${GUARDED}`) })
    const endpoints = infrastructure.asset('aws_instance.s')?.value.endpoints ?? []
    expect(endpoints.map(({ port, protocol, exposure }) => `${port} ${protocol} ${exposure}`).join()).toBe(
      shown,
    )
  })
})

describe('a database of CloudFormation that does not say whether it is public', () => {
  const template = (gateway: string) => `Resources:
      V: { Type: AWS::EC2::VPC }
      S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref V } }
      G: { Type: AWS::RDS::DBSubnetGroup, Properties: { SubnetIds: [!Ref S] } }
      D: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, DBSubnetGroupName: !Ref G } }
      ${gateway}`
  const attached = (what: string) =>
    `A: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref V, ${what}: g-1 } }`

  it.each([
    ['in a network without a gateway', '', 'internal'],
    ['in a network with a private gateway', attached('VpnGatewayId'), 'internal'],
    ['in a network with a gateway to the internet', attached('InternetGatewayId'), undefined],
  ])('%s', (_, gateway, exposure) => {
    const { infrastructure } = imported({ 'template.yaml': template(gateway) })
    expect(infrastructure.asset('D')?.value.endpoints?.[0]?.exposure).toBe(exposure)
  })
})

describe('a server of Google Cloud', () => {
  const server = (access: string) =>
    `resource "google_compute_instance" "s" {\n network_interface {\n ${access}\n }\n}\n`
  const wall = (cidr: string) =>
    `resource "google_compute_firewall" "f" {\n source_ranges = ["${cidr}"]\n allow {\n protocol = "tcp"\n ports = ["443"]\n }\n}`

  it.each([
    ['with a public address', server('access_config {}'), ['public-addresses', 'dmz']],
    [
      'with a public address of IPv6',
      server('ipv6_access_config {\n network_tier = "PREMIUM"\n }'),
      ['public-addresses', 'dmz'],
    ],
    ['without a public address', server(''), NOWHERE],
    ['that the internet may be let in to', server('access_config {}') + wall('0.0.0.0/0'), NOWHERE],
    [
      'that one network is let in to',
      server('access_config {}') + wall('10.0.0.0/8'),
      ['public-addresses', 'dmz'],
    ],
  ])('%s', (_, hcl, place) => {
    expect(placeOf(hcl, 'google_compute_instance.s').place).toEqual(place)
  })
})

describe('a function that is in no network of ours', () => {
  const lambda = (more = '') => `resource "aws_lambda_function" "s" {\n${more}\n}\n`
  const google = (more = '') => `resource "google_cloudfunctions_function" "s" {\n${more}\n}\n`
  const second = (more: string) =>
    `resource "google_cloudfunctions2_function" "s" {\n service_config {\n${more}\n }\n}\n`
  const findings = (files: Files) =>
    findingsOf(files, '2026-11-25').filter(({ rule }) => rule.startsWith('isolation/'))
  const verdicts = (files: Files) =>
    findings(files).flatMap(({ rule, outcome, subjects }) =>
      subjects.map(({ id }) => `${rule.replace('isolation/', '')} ${outcome} ${id}`),
    )

  const OPEN = ['egress-open fail lambda-network']
  const STORING = 'version: 1\ndefaults: [{ match: { kind: function }, set: { ephi: [stores] } }]'
  it.each([
    ['of AWS', { 'main.tf': lambda() }, OPEN],
    ['and stores ePHI', { 'main.tf': lambda(), 'infra.yaml': STORING }, OPEN],
    ['beside another', { 'main.tf': lambda() + lambda().replace('"s"', '"t"') }, OPEN],
    [
      'of SAM',
      {
        'template.yaml':
          'Transform: AWS::Serverless-2016-10-31\nResources: { F: { Type: AWS::Serverless::Function } }',
      },
      OPEN,
    ],
    ['of Google', { 'main.tf': google() }, ['egress-open fail cloud-functions-network']],
    [
      'of Google, but for private addresses',
      { 'main.tf': google('vpc_connector = "c"\n vpc_connector_egress_settings = "PRIVATE_RANGES_ONLY"') },
      ['egress-open fail cloud-functions-network'],
    ],
    [
      'of Google, with a network of which it is not said what goes there',
      { 'main.tf': google('vpc_connector = "c"') },
      ['egress-open fail cloud-functions-network'],
    ],
  ] as const)('%s: opens every connection, and nobody comes in', (_, files, expected) => {
    expect(verdicts(files).filter((one) => !one.includes('unproven'))).toEqual(expected)
  })

  it.each([
    [
      'whose mapping says that it holds none',
      { 'main.tf': lambda(), 'infra.yaml': STORING.replace('[stores]', 'none') },
    ],
    [
      'of SAM, with a network for all',
      {
        'template.yaml': `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { VpcConfig: { SubnetIds: [subnet-1] } } }
Resources: { F: { Type: AWS::Serverless::Function } }`,
      },
    ],
    [
      'of Google, all of which goes through a network',
      {
        'main.tf': google('vpc_connector = "c"\n vpc_connector_egress_settings = "ALL_TRAFFIC"'),
      },
    ],
    [
      'of Google, of the second kind',
      {
        'main.tf': second('vpc_connector = "c"\n vpc_connector_egress_settings = "ALL_TRAFFIC"'),
      },
    ],
    [
      'of Google, straight in a network',
      {
        'main.tf': second(
          'direct_vpc_network_interface {\n network = "n"\n }\n direct_vpc_egress = "VPC_EGRESS_ALL_TRAFFIC"',
        ),
      },
    ],
  ] as const)('%s: has nothing to show', (_, files) => {
    const store = 'resource "aws_dynamodb_table" "t" {}\n'
    const all = { ...files, 'store.tf': store }
    expect(verdicts(all).filter((one) => one.startsWith('egress-open fail'))).toEqual([])
  })

  it('says whose default that is, and since when', () => {
    const [finding] = findings({ 'main.tf': lambda() })
    expect(finding?.subjects[0]?.also?.map(({ words }) => words)).toEqual([
      'default of AWS: a function that is in no VPC runs in one of Lambda, with access to the internet (as documented on 2026-11-25)',
    ])
  })
})
