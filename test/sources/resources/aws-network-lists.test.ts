import { describe, expect, it } from 'vitest'
import { imported } from '../../imported.js'

interface Rule {
  readonly number?: number | string
  readonly action?: string
  readonly protocol?: string
  readonly ports?: string
  readonly cidr?: string
  readonly family?: string
}

const words = (rule: Rule, [number, action]: readonly [string, string]): string => {
  const { protocol = '-1', ports = '0-0', cidr = '0.0.0.0/0', family = 'cidr_block' } = rule
  const [from, to] = ports.split('-')
  return `${number} = ${rule.number ?? 100}
    ${action} = "${rule.action ?? 'allow'}"
    protocol = "${protocol}"
    from_port = ${from}
    to_port = ${to}
    ${family} = "${cidr}"`
}
const within = (rule: Rule): string => `ingress {\n${words(rule, ['rule_no', 'action'])}\n}\n`
const list = (...rules: readonly Rule[]): string =>
  `resource "aws_network_acl" "l" {\n vpc_id = aws_vpc.v.id\n subnet_ids = [aws_subnet.a.id]\n${rules
    .map(within)
    .join('')}}\n`
const loose = (name: string, rule: Rule, more = ''): string =>
  `resource "aws_network_acl_rule" "${name}" {\n network_acl_id = aws_network_acl.l.id\n${words(rule, [
    'rule_number',
    'rule_action',
  ])}\n${more}\n}\n`

/** A server with a public address, in a subnet of a VPC, to which everybody gets on these ports by its group. */
const system = (ports: string, protocol = 'tcp'): string => `
  variable "some" {}
  resource "aws_vpc" "v" {}
  resource "aws_subnet" "a" {
    vpc_id = aws_vpc.v.id
    map_public_ip_on_launch = true
  }
  resource "aws_instance" "s" {
    subnet_id = aws_subnet.a.id
    associate_public_ip_address = true
    vpc_security_group_ids = [aws_security_group.w.id]
  }
  resource "aws_security_group" "w" {
    ingress {
      from_port = ${ports.split('-')[0]}
      to_port = ${ports.split('-')[1]}
      protocol = "${protocol}"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
`
const openOf = (hcl: string, id = 'aws_instance.s') =>
  (imported({ 'main.tf': hcl }).infrastructure.asset(id)?.value.endpoints ?? [])
    .filter(({ exposure }) => exposure === 'public')
    .map(({ port }) => port)
const trustOf = (hcl: string) => {
  const { infrastructure } = imported({ 'main.tf': hcl })
  return infrastructure.zones.get(infrastructure.asset('aws_instance.s')?.value.zone ?? '')?.trust
}

const ALL: Rule = { number: 200 }
const NO_SSH: Rule = { action: 'deny', protocol: 'tcp', ports: '22-22' }

const databaseIn = (subnets: string) => `
  resource "aws_db_subnet_group" "g" { subnet_ids = ${subnets} }
  resource "aws_db_instance" "d" {
    engine = "postgres"
    db_subnet_group_name = aws_db_subnet_group.g.name
    publicly_accessible = true
    vpc_security_group_ids = [aws_security_group.w.id]
  }`

describe('a list of a network', () => {
  it.each<[string, string, readonly number[]]>([
    ['that lets everything through', list(ALL), [22]],
    ['that refuses the port first', list(NO_SSH, ALL), []],
    ['that refuses it first, whatever the order of writing', list(ALL, NO_SSH), []],
    ['that refuses it too late', list(ALL, { ...NO_SSH, number: 201 }), [22]],
    ['that refuses it right before', list(ALL, { ...NO_SSH, number: 199 }), []],
    ['that refuses a range up to it', list(ALL, { ...NO_SSH, ports: '1-22' }), []],
    ['that refuses a range from it', list(ALL, { ...NO_SSH, ports: '22-99' }), []],
    ['that refuses all but it', list(ALL, { ...NO_SSH, ports: '23-99' }), [22]],
    ['that refuses another transport', list(ALL, { ...NO_SSH, protocol: 'udp' }), [22]],
    ['that refuses messages without ports', list(ALL, { ...NO_SSH, protocol: 'icmp' }), [22]],
    ['that refuses any transport', list(ALL, { action: 'deny' }), []],
    ['that refuses some addresses', list(ALL, { ...NO_SSH, cidr: '198.51.100.0/24' }), [22]],
    ['that refuses half of the internet', list(ALL, { ...NO_SSH, cidr: '0.0.0.0/1' }), [22]],
    ['that lets half of the internet in', list({ cidr: '0.0.0.0/1' }), [22]],
    ['that refuses by number', list(ALL, { ...NO_SSH, protocol: '6' }), []],
    ['that names who may come in', list({ cidr: '10.0.0.0/8' }), []],
    ['that lets another port in', list({ protocol: 'tcp', ports: '443-443' }), []],
    ['that lets the port in', list({ protocol: 'tcp', ports: '22-22' }), [22]],
    [
      'that lets in the addresses of the other family',
      list({ family: 'ipv6_cidr_block', cidr: '::/0' }),
      [22],
    ],
    ['that lets all of IPv6 in', list({ family: 'ipv6_cidr_block', cidr: '2000::/3' }), [22]],
    ['that says nothing, since its rules are elsewhere', list(), [22]],
    ['of whose rules one is not known', list(NO_SSH, { ...ALL, number: 'var.some' }), [22]],
    ['with a rule that stands alone', list(ALL) + loose('r', NO_SSH), []],
    ['with a rule for what goes out', list(ALL) + loose('r', NO_SSH, 'egress = true'), [22]],
  ])('%s', (_, acl, ports) => {
    expect(openOf(system('22-22') + acl)).toEqual(ports)
  })

  const ofNoOther = 'network_acl_id = aws_network_acl.l.id'
  const second = list(ALL).replace('"l"', '"k"')
  const byDefault = list(NO_SSH, ALL)
    .replace('"aws_network_acl"', '"aws_default_network_acl"')
    .replace(/vpc_id[^\n]*\n[^\n]*\n/, 'default_network_acl_id = aws_vpc.v.default_network_acl_id\n')
  it.each<[string, string, readonly number[]]>([
    ['is one of two of the subnet', list(NO_SSH) + second, [22]],
    [
      'is named twice',
      `${list(NO_SSH, ALL)}resource "aws_network_acl_association" "x" {
        network_acl_id = aws_network_acl.l.id
        subnet_id = aws_subnet.a.id
      }`,
      [],
    ],
    ['comes with the VPC', byDefault, []],
    [
      'comes with the VPC, beside one of subnets that are not known',
      byDefault + second.replace('[aws_subnet.a.id]', 'var.some'),
      [22],
    ],
    [
      'comes with the VPC, beside one of another subnet',
      `${byDefault + second.replace('aws_subnet.a', 'aws_subnet.o')}resource "aws_subnet" "o" {}\n`,
      [],
    ],
    [
      'comes with the VPC, beside an association with a subnet that is not known',
      `${byDefault}resource "aws_network_acl_association" "x" {
        network_acl_id = "acl-1"
        subnet_id = var.some
      }`,
      [22],
    ],
    [
      'stands beside a rule of a list that is not known',
      list(NO_SSH, ALL) + loose('r', { number: 1 }).replace(ofNoOther, 'network_acl_id = var.some'),
      [22],
    ],
  ])('counts where it %s', (_, acl, ports) => {
    expect(openOf(system('22-22') + acl)).toEqual(ports)
  })

  it.each([
    ['one that is described', '[aws_subnet.a.id]', []],
    ['one that is not known', '[aws_subnet.a.id, var.some]', [5432]],
    ['one that is elsewhere', '[aws_subnet.a.id, "subnet-1"]', [5432]],
  ])('counts where a database lies in no other subnet: %s', (_, subnets, ports) => {
    const refusal = list(ALL, { action: 'deny', protocol: 'tcp', ports: '5432-5432' })
    expect(openOf(system('5432-5432') + databaseIn(subnets) + refusal, 'aws_db_instance.d')).toEqual(ports)
  })

  it('takes ports away as ranges', () => {
    const acl = list(ALL, { action: 'deny', protocol: 'tcp', ports: '22-3306' })
    expect(openOf(system('21-3389') + acl)).toEqual([21, 3389])
  })

  it('leaves to another transport what it refuses to one', () => {
    const acl = list(ALL, { action: 'deny', protocol: 'tcp', ports: '0-65535' })
    expect(openOf(system('0-0', '-1') + acl)).toEqual([161])
  })

  it('is asked of every subnet', () => {
    const two = system('22-22')
      .replace('aws_subnet.a.id\n    associate', 'aws_subnet.b.id\n    associate')
      .concat('resource "aws_subnet" "b" {\n vpc_id = aws_vpc.v.id\n}\n')
    expect(openOf(two + list(NO_SSH))).toEqual([22])
  })

  it.each([
    [
      'by its own association',
      `${list(NO_SSH, ALL).replace('subnet_ids = [aws_subnet.a.id]', '')}
      resource "aws_network_acl_association" "x" {
        network_acl_id = aws_network_acl.l.id
        subnet_id = aws_subnet.a.id
      }`,
    ],
    [
      'as the one of its VPC',
      list(NO_SSH, ALL)
        .replace('"aws_network_acl"', '"aws_default_network_acl"')
        .replace(
          'vpc_id = aws_vpc.v.id\n subnet_ids = [aws_subnet.a.id]',
          'default_network_acl_id = aws_vpc.v.default_network_acl_id',
        ),
    ],
  ])('is found %s', (_, acl) => {
    expect(openOf(system('22-22') + acl)).toEqual([])
  })

  it.each([
    ['lets nobody of the internet in', list({ cidr: '10.0.0.0/8' }), 'internal'],
    [
      'lets answers come back',
      list({ cidr: '10.0.0.0/8' }, { number: 200, protocol: 'tcp', ports: '1024-65535' }),
      'dmz',
    ],
    ['lets in the addresses of somebody', list({ cidr: '8.0.0.0/8' }), 'dmz'],
    [
      'refuses them',
      list({ cidr: '10.0.0.0/8' }, { number: 1, action: 'deny', cidr: '8.0.0.0/8' }),
      'internal',
    ],
    ['lets one transport in', list({ protocol: 'udp', ports: '53-53' }), 'dmz'],
  ])('that %s makes its zone so', (_, acl, trust) => {
    const guarded = system('22-22').replace('["0.0.0.0/0"]', '["10.0.0.0/8"]')
    expect(trustOf(guarded + acl)).toBe(trust)
  })

  it('is read from a template', () => {
    const template = (entry: string) => `Resources:
      V: { Type: AWS::EC2::VPC }
      S: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref V } }
      L: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref V } }
      E:
        Type: AWS::EC2::NetworkAclEntry
        Properties: { NetworkAclId: !Ref L, RuleNumber: 10, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      ${entry}
      A: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { NetworkAclId: !Ref L, SubnetId: !Ref S } }
      G:
        Type: AWS::EC2::SecurityGroup
        Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }] }
      M:
        Type: AWS::EC2::Instance
        Properties:
          NetworkInterfaces: [{ AssociatePublicIpAddress: true, SubnetId: !Ref S, GroupSet: [!Ref G] }]`
    const refused = `F:
        Type: AWS::EC2::NetworkAclEntry
        Properties:
          NetworkAclId: !Ref L
          RuleNumber: 5
          Protocol: 6
          RuleAction: deny
          CidrBlock: 0.0.0.0/0
          PortRange: { From: 22, To: 22 }`
    const portsOf = (text: string) =>
      imported({ 'template.yaml': text })
        .infrastructure.asset('M')
        ?.value.endpoints?.map(({ port }) => port) ?? []
    expect(portsOf(template(''))).toEqual([22])
    expect(portsOf(template(refused))).toEqual([])
  })

  it('closes a database that is public', () => {
    const refusal = list(ALL, { action: 'deny', protocol: 'tcp', ports: '5432-5432' })
    expect(openOf(system('5432-5432') + databaseIn('[aws_subnet.a.id]'), 'aws_db_instance.d')).toEqual([5432])
    expect(
      openOf(system('5432-5432') + databaseIn('[aws_subnet.a.id]') + refusal, 'aws_db_instance.d'),
    ).toEqual([])
  })
})
