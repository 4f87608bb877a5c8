import { describe, expect, it } from 'vitest'
import { type Opening, openingsLeft } from '../../../src/sources/resources/openings.js'
import {
  mergedSpans,
  type Span,
  spansBetween,
  spansWithin,
} from '../../../src/sources/resources/port-spans.js'
import { imported } from '../../imported.js'

describe('ranges of ports', () => {
  it.each<[string, Span, readonly Span[]]>([
    ['nothing of it', [30, 40], [[10, 20]]],
    ['what ends just before it', [1, 9], [[10, 20]]],
    ['what begins just behind it', [21, 30], [[10, 20]]],
    ['its first port', [1, 10], [[11, 20]]],
    ['its last port', [20, 99], [[10, 19]]],
    [
      'its middle',
      [12, 18],
      [
        [10, 11],
        [19, 20],
      ],
    ],
    ['all of it', [10, 20], []],
  ])('without %s', (_, taken, left) => {
    expect(spansBetween([10, 20], [taken])).toEqual(left)
  })

  it('are joined where they touch, and taken away in one go', () => {
    const taken = mergedSpans([
      [18, 30],
      [1, 10],
      [12, 12],
      [13, 14],
      [19, 20],
    ])
    expect(taken).toEqual([
      [1, 10],
      [12, 14],
      [18, 30],
    ])
    expect(spansBetween([5, 40], taken)).toEqual([
      [11, 11],
      [15, 17],
      [31, 40],
    ])
    expect(spansBetween([2, 9], taken)).toEqual([])
    expect(spansBetween([15, 16], taken)).toEqual([[15, 16]])
  })

  it.each<[string, readonly Span[], readonly Span[]]>([
    ['one beside it', [[21, 30]], []],
    ['one that touches it', [[20, 30]], [[20, 20]]],
    ['one within it', [[12, 13]], [[12, 13]]],
    [
      'two',
      [
        [1, 10],
        [15, 99],
      ],
      [
        [10, 10],
        [15, 20],
      ],
    ],
  ])('in common with %s', (_, others, common) => {
    expect(spansWithin([[10, 20]], others)).toEqual(common)
  })

  it('leaves alone what has no ports, and parts what goes by any transport', () => {
    const opening = {
      from: 1,
      to: 9,
      transport: 'any',
      world: true,
      groups: [],
      source: {},
    } as unknown as Opening
    const left = openingsLeft(opening, (transport) => (transport === 'tcp' ? [] : [[2, 3]]))
    expect(left).toEqual([{ ...opening, transport: 'udp', from: 2, to: 3 }])
    const icmp = { ...opening, transport: 'none' } as const
    expect(openingsLeft(icmp, () => [])).toEqual([icmp])
  })
})

interface Rule {
  readonly access?: string
  readonly priority?: number | string
  readonly ports?: string
  readonly source?: string
  readonly protocol?: string
  readonly more?: string
}

const body = ({ access = 'Deny', priority, ports = '*', source = '*', protocol = '*', more = '' }: Rule) => `
  direction = "Inbound"
  access = "${access}"
  ${priority === undefined ? '' : `priority = ${priority}`}
  protocol = "${protocol}"
  source_address_prefix = "${source}"
  destination_port_range = "${ports}"
  ${more}`
const group = (...rules: readonly Rule[]) =>
  `resource "azurerm_network_security_group" "g" {\n name = "g"\n${rules
    .map((rule) => `security_rule {\n${body(rule)}\n}\n`)
    .join('')}}\n`
const loose = (name: string, rule: Rule, of = 'azurerm_network_security_group.g.name') =>
  `resource "azurerm_network_security_rule" "${name}" {\n network_security_group_name = ${of}\n${body(rule)}\n}\n`

const openOf = (hcl: string, id = 'azurerm_network_security_group.g') =>
  imported({ 'main.tf': hcl })
    .infrastructure.asset(id)
    ?.value.endpoints?.map(({ port }) => port) ?? []

const SSH: Rule = { access: 'Allow', priority: 200, ports: '22', protocol: 'Tcp' }

describe('a rule of a network security group that lets the internet in', () => {
  it.each<[string, Rule]>([
    ['comes later', { priority: 201 }],
    ['has the same number', { priority: 200 }],
    [
      'is for machines of a group',
      { priority: 100, more: 'destination_application_security_group_ids = ["one"]' },
    ],
    ['is for another port', { priority: 100, ports: '23-3389' }],
    ['is for another transport', { priority: 100, protocol: 'Udp' }],
    ['is for one that has no ports', { priority: 100, protocol: 'Icmp' }],
    ['is for some sources', { priority: 100, source: '10.0.0.0/8' }],
    ['is for the other half of the internet', { priority: 100, source: '::/0' }],
    ['is for some ports of those who come', { priority: 100, more: 'source_port_range = "1024"' }],
    ['is for some machines', { priority: 100, more: 'destination_address_prefix = "10.0.0.4"' }],
    ['is for what goes out', { priority: 100, more: 'direction = "Outbound"' }],
    ['lets in as well', { priority: 100, access: 'Allow', source: '10.0.0.0/8' }],
    ['has no number', {}],
  ])('holds beside one that %s', (_, denial) => {
    const text = group(denial, SSH).replace(
      /direction = "Inbound"([^}]*)direction = "Outbound"/,
      'direction = "Outbound"$1',
    )
    expect(openOf(text)).toEqual([22])
  })

  it.each<[string, Rule]>([
    ['everything before it', { priority: 100 }],
    ['just before it', { priority: 199 }],
    ['its port', { priority: 100, ports: '22' }],
    ['a range with its port', { priority: 100, ports: '20-22' }],
    ['its transport', { priority: 100, protocol: 'TCP' }],
    ['the internet', { priority: 100, source: 'Internet' }],
    [
      'whatever port it comes from',
      { priority: 100, more: 'source_port_range = "*"\n destination_address_prefix = "*"' },
    ],
    ['by a number that is not known', { priority: 'var.number' }],
  ])('lets nobody in behind one that refuses %s', (_, denial) => {
    expect(openOf(`variable "number" {}\n${group(SSH, denial)}`)).toEqual([])
  })

  it('keeps what is not refused of it', () => {
    const wide: Rule = { access: 'Allow', priority: 300, ports: '20-3400' }
    expect(openOf(group(wide, { priority: 100, ports: '22-3306', protocol: 'Tcp' }))).toEqual([21, 161, 3389])
  })

  it.each([
    ['the same machines', '10.0.0.4', []],
    ['others', '10.0.0.5', [22]],
    ['all machines, of which one is refused', '*', [22]],
  ])('compares whom it is for: %s', (_, target, ports) => {
    const denial: Rule = { priority: 100, more: 'destination_address_prefix = "10.0.0.4"' }
    expect(openOf(group({ ...SSH, more: `destination_address_prefix = "${target}"` }, denial))).toEqual(ports)
  })

  it.each([
    ['the same', 'one', []],
    ['others', 'two', [22]],
  ])('compares the groups of machines that it is for: %s', (_, name, ports) => {
    const more = (one: string) =>
      `destination_application_security_group_ids = [azurerm_application_security_group.${one}.id]`
    const groups = ['one', 'two'].map((one) => `resource "azurerm_application_security_group" "${one}" {}\n`)
    const text = group({ priority: 100, more: more('one') }, { ...SSH, more: more(name) })
    expect(openOf(groups.join('') + text)).toEqual(ports)
  })

  const many = (length: number): readonly Rule[] =>
    Array.from({ length }, () => ({ priority: 4000, ports: '1' }))
  const oddPorts = (length: number): Rule => {
    const ports = Array.from({ length }, (_, index) => `"${index * 2 + 1}"`).join()
    return { priority: 4000, ports: '1', more: `destination_port_ranges = [${ports}]` }
  }
  it.each([
    ['as many rules as a group takes', many(998), []],
    ['one more', many(999), [22]],
    ['as many ranges of ports as anybody writes', [oddPorts(3997)], []],
    ['one more of them', [oddPorts(3998)], [22]],
  ])('weighs no more than there can be: %s', (_, others, ports) => {
    expect(openOf(group(SSH, { priority: 100, ports: '22' }, ...others))).toEqual(ports)
  })

  it.each([
    ['the same', 'one', []],
    ['another', 'two', [22]],
  ])('tells groups of one name apart by %s resource group', (_, place, ports) => {
    const inGroup = (text: string, name: string) => text.replace('{', `{\n resource_group_name = "${name}"`)
    const loosely =
      inGroup(loose('r', SSH, '"g"'), 'one') + inGroup(loose('d', { priority: 100 }, '"g"'), place)
    const named = inGroup(group(), 'one') + inGroup(group().replace('"g"', '"other"'), 'two')
    expect(openOf(loosely, 'azurerm_network_security_rule.r')).toEqual(ports)
    expect(openOf(named + loosely, 'azurerm_network_security_rule.r')).toEqual(ports)
  })

  it.each([
    ['in the group that it names', group({ priority: 100 }) + loose('r', SSH), []],
    ['that stands alone as well', group() + loose('r', SSH) + loose('d', { priority: 100 }), []],
    ['of another group', group() + loose('r', SSH) + loose('d', { priority: 100 }, '"h"'), [22]],
    ['of a group that is elsewhere', loose('r', SSH, '"h"') + loose('d', { priority: 100 }, '"h"'), []],
    ['of another that is elsewhere', loose('r', SSH, '"h"') + loose('d', { priority: 100 }, '"i"'), [22]],
  ])('that stands alone, beside one %s', (_, hcl, ports) => {
    expect(openOf(hcl, 'azurerm_network_security_rule.r')).toEqual(ports)
  })
})
