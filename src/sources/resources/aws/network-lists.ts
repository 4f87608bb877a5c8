import type { Source } from '../../../model/layer.js'
import { numberOf, yesNo } from '../facts.js'
import { type Linked, oncePerRecord } from '../linked.js'
import { type Opening, openingsLeft, WITH_PORTS } from '../openings.js'
import { ALL_PORTS, type Span, spansWithin, spansWithout } from '../port-spans.js'
import type { CloudRecord } from '../record.js'
import { isEverywhere } from './everywhere.js'
import { subnetsOf } from './subnets.js'

type Transport = (typeof WITH_PORTS)[number]

/** The ports on which a list of a network (a network ACL) lets the whole internet in. */
interface Admitted {
  readonly ports: Readonly<Record<Transport, readonly Span[]>>
  readonly source: Source
}

/** One rule of a list, for one family of addresses. */
interface ListRule {
  readonly number: number
  readonly lets: boolean
  readonly transport: Opening['transport']
  readonly ports: Span
  readonly family: 'cidr' | 'cidr6'
}

const FAMILIES = ['cidr', 'cidr6'] as const

const WHOLE: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0'])

const TRANSPORTS: Readonly<Record<string, Opening['transport']>> = {
  '-1': 'any',
  all: 'any',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
}

/** Openings without what the lists of the subnets refuse in which a resource stands. */
export const leftByLists = (
  openings: readonly Opening[],
  record: CloudRecord,
  linked: Linked,
): readonly Opening[] => {
  const lists = subnetsOf(record, linked).map((subnet) => admittedTo(subnet, linked))
  // A list that is not known, or not described, may let everything through, as those do that a VPC comes with.
  if (lists.length === 0 || lists.includes(undefined)) return openings
  return openings.flatMap((opening) =>
    opening.world === true
      ? openingsLeft(opening, (transport, ports) =>
          merged(lists.flatMap((one) => spansWithin([ports], one?.ports[transport] ?? []))),
        )
      : [opening],
  )
}

/** Where it is said of a subnet that nobody of the internet gets into it, whatever its routes are. */
export const letsNobodyIn = (subnet: CloudRecord, linked: Linked): Source | undefined => {
  const admitted = admittedTo(subnet, linked)
  return admitted && WITH_PORTS.every((transport) => admitted.ports[transport].length === 0)
    ? admitted.source
    : undefined
}

const admittedTo = oncePerRecord((subnet: CloudRecord, linked: Linked): Admitted | undefined => {
  const [list] = listsOf(subnet, linked)
  const rules = list && rulesOf(list, linked)
  if (!rules) return undefined
  return {
    ports: { tcp: admittedBy(rules, 'tcp'), udp: admittedBy(rules, 'udp') },
    source: list.get('rules').state === 'known' ? list.get('rules').source : list.source,
  }
})

/** The list of a subnet: one that is put before it, else the one that its VPC comes with. */
const listsOf = (subnet: CloudRecord, linked: Linked): readonly CloudRecord[] => {
  const own = [
    ...linked.naming('aws.network-list', 'subnets', subnet),
    ...linked
      .naming('aws.network-list-association', 'subnet', subnet)
      .flatMap((one) => linked.named(one.get('list'), one))
      .filter(({ kind }) => kind === 'aws.network-list'),
  ]
  if (own.length > 0) return own
  const networks = linked.named(subnet.get('vpc'), subnet)
  return networks.flatMap((vpc) => linked.naming('aws.network-list', 'defaultOf', vpc))
}

/** AWS takes far fewer rules in one list. */
const MOST_RULES = 200

/** What a list says of the whole internet, in order; `undefined` where any of it is not known, or where it is elsewhere. */
const rulesOf = oncePerRecord((list: CloudRecord, linked: Linked): readonly ListRule[] | undefined => {
  const all = [
    ...list.each('rules'),
    ...linked
      .naming('aws.network-list-rule', 'list', list)
      .filter((rule) => yesNo(rule.get('outward').value) !== true),
  ]
  if (all.length === 0 || all.length > MOST_RULES || list.get('rules').state === 'unknown') return undefined
  const rules = all.map(ruleOf)
  return rules.includes(undefined)
    ? undefined
    : rules.flatMap((one) => one ?? []).sort((one, other) => one.number - other.number)
})

/** One rule for each family of addresses of which it speaks as a whole; `undefined` where it is not known. */
const ruleOf = (rule: CloudRecord): readonly ListRule[] | undefined => {
  const [number, action, protocol] = ['number', 'action', 'protocol'].map((name) => rule.get(name).value)
  const order = numberOf(number)
  const isKnown = ['number', 'action', 'protocol', 'from', 'to', ...FAMILIES, 'outward'].every(
    (name) => rule.get(name).state !== 'unknown',
  )
  if (!isKnown || order === undefined) return undefined
  const transport = TRANSPORTS[String(protocol).toLowerCase()] ?? 'none'
  const [from, to] = ['from', 'to'].map((name) => numberOf(rule.get(name).value))
  const ports: Span = transport === 'any' ? ALL_PORTS : [from ?? ALL_PORTS[0], to ?? from ?? ALL_PORTS[1]]
  const lets = String(action).toLowerCase() === 'allow'
  // Who refuses half of the internet lets the other half in.
  const speaksOf = (range: unknown) => (lets ? isEverywhere(range) : WHOLE.has(String(range)))
  return FAMILIES.filter((family) => speaksOf(rule.get(family).value)).map((family) => ({
    number: order,
    lets,
    transport,
    ports,
    family,
  }))
}

/** The first rule that fits decides, and what none lets in stays out. */
const admittedBy = (rules: readonly ListRule[], transport: Transport): readonly Span[] =>
  merged(
    FAMILIES.flatMap((family) => {
      let open: readonly Span[] = [ALL_PORTS]
      const admitted: Span[] = []
      for (const rule of rules) {
        if (rule.family !== family || (rule.transport !== 'any' && rule.transport !== transport)) continue
        if (rule.lets) admitted.push(...spansWithin(open, [rule.ports]))
        open = spansWithout(open, rule.ports)
      }
      return admitted
    }),
  )

/** The same ports, each in one range. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const whole: [number, number][] = []
  for (const [first, last] of [...spans].sort(([one], [other]) => one - other)) {
    const before = whole.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else whole.push([first, last])
  }
  return whole
}
