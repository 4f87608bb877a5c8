import type { Source } from '../../../model/layer.js'
import { isPrivate } from '../../workloads/addresses.js'
import { numberOf, yesNo } from '../facts.js'
import { countNamed, type Linked, onceFor, oncePerRecord } from '../linked.js'
import { type Opening, openingsLeft, type WITH_PORTS } from '../openings.js'
import { ALL_PORTS, mergedSpans, type Span, spansBetween, spansWithin } from '../port-spans.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { isEverywhere } from './everywhere.js'
import { areSubnetsDescribed, subnetsOf } from './subnets.js'

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

/** Protocols of rules, by name or by their numbers at IANA. */
export const TRANSPORTS: Readonly<Record<string, Opening['transport']>> = {
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
  if (lists.length === 0 || lists.includes(undefined) || !areSubnetsDescribed(record, linked)) return openings
  return openings.flatMap((opening) =>
    opening.world === true
      ? openingsLeft(opening, (transport, ports) =>
          mergedSpans(lists.flatMap((one) => spansWithin([ports], one?.ports[transport] ?? []))),
        )
      : [opening],
  )
}

/** Where it is said of a subnet that nobody gets into it but from private networks, whatever its routes are. */
export const letsNobodyIn = (subnet: CloudRecord, linked: Linked): Source | undefined => {
  const [list, admitted] = [listOf(subnet, linked), admittedTo(subnet, linked)]
  return list && admitted && inboundOf(list, linked).every(isInside) ? admitted.source : undefined
}

/** Whether a rule lets in private networks at most. */
const isInside = (rule: CloudRecord): boolean =>
  !lets(rule) ||
  FAMILIES.map((family) => rule.get(family)).every(
    ({ state, value }) => state === 'absent' || isPrivate(String(value)),
  )

const admittedTo = oncePerRecord((subnet: CloudRecord, linked: Linked): Admitted | undefined => {
  const list = listOf(subnet, linked)
  const rules = list && rulesOf(list, linked)
  if (!rules) return undefined
  return {
    ports: { tcp: admittedBy(rules, 'tcp'), udp: admittedBy(rules, 'udp') },
    source: list.get('rules').state === 'known' ? list.get('rules').source : list.source,
  }
})

/**
 * The list of a subnet: one that is put before it, else the one that its VPC comes with; `undefined` where there are
 * several, or where another may have taken the place of the latter.
 */
const listOf = (subnet: CloudRecord, linked: Linked): CloudRecord | undefined => {
  const own = new Set([
    ...linked.naming('aws.network-list', 'subnets', subnet),
    ...linked
      .naming('aws.network-list-association', 'subnet', subnet)
      .flatMap((one) => linked.named(one.get('list'), one))
      .filter(({ kind }) => kind === 'aws.network-list'),
  ])
  if (own.size > 0) return own.size === 1 ? [...own][0] : undefined
  if (hasLooseList(linked)) return undefined
  const networks = linked.named(subnet.get('vpc'), subnet)
  const [list, ...others] = networks.flatMap((vpc) => linked.naming('aws.network-list', 'defaultOf', vpc))
  return others.length === 0 ? list : undefined
}

/** Whether it cannot be told of a list before which subnets it is put. */
const hasLooseList = onceFor((linked) =>
  [
    ...linked.of('aws.network-list').map((one) => [one, one.get('subnets')] as const),
    ...linked.of('aws.network-list-association').map((one) => [one, one.get('subnet')] as const),
  ].some(([one, given]) => isLoose(given, one, linked)),
)

/** Whether it cannot be told of a rule to which list it belongs. */
const hasLooseRule = onceFor((linked) =>
  linked.of('aws.network-list-rule').some((one) => isLoose(one.get('list'), one, linked)),
)

const isLoose = (given: Given, from: CloudRecord, linked: Linked): boolean =>
  given.state === 'unknown' && linked.named(given, from).length < Math.max(countNamed(given), 1)

/** AWS takes far fewer rules in one list. */
const MOST_RULES = 200

/** What a list says of the whole internet, in order; `undefined` where any of it is not known, or where it is elsewhere. */
const rulesOf = oncePerRecord((list: CloudRecord, linked: Linked): readonly ListRule[] | undefined => {
  const all = inboundOf(list, linked)
  if (all.length === 0 || all.length > MOST_RULES || list.get('rules').state === 'unknown') return undefined
  if (hasLooseRule(linked)) return undefined
  const rules = all.map(ruleOf)
  return rules.includes(undefined)
    ? undefined
    : rules.flatMap((one) => one ?? []).sort((one, other) => one.number - other.number)
})

const inboundOf = (list: CloudRecord, linked: Linked): readonly CloudRecord[] => [
  ...list.each('rules'),
  ...linked
    .naming('aws.network-list-rule', 'list', list)
    .filter((rule) => yesNo(rule.get('outward').value) !== true),
]

const lets = (rule: CloudRecord): boolean => String(rule.get('action').value).toLowerCase() === 'allow'

/** One rule for each family of addresses of which it speaks as a whole; `undefined` where it is not known. */
const ruleOf = (rule: CloudRecord): readonly ListRule[] | undefined => {
  const [number, protocol] = ['number', 'protocol'].map((name) => rule.get(name).value)
  const order = numberOf(number)
  const isKnown = ['number', 'action', 'protocol', 'from', 'to', ...FAMILIES, 'outward'].every(
    (name) => rule.get(name).state !== 'unknown',
  )
  if (!isKnown || order === undefined) return undefined
  const transport = TRANSPORTS[String(protocol).toLowerCase()] ?? 'none'
  const [from, to] = ['from', 'to'].map((name) => numberOf(rule.get(name).value))
  const ports: Span = transport === 'any' ? ALL_PORTS : [from ?? ALL_PORTS[0], to ?? from ?? ALL_PORTS[1]]
  // Who refuses half of the internet lets the other half in.
  const speaksOf = (range: unknown) => (lets(rule) ? isEverywhere(range) : WHOLE.has(String(range)))
  return FAMILIES.filter((family) => speaksOf(rule.get(family).value)).map((family) => ({
    number: order,
    lets: lets(rule),
    transport,
    ports,
    family,
  }))
}

/** The first rule that fits decides, and what none lets in stays out. */
const admittedBy = (rules: readonly ListRule[], transport: Transport): readonly Span[] =>
  mergedSpans(
    FAMILIES.flatMap((family) => {
      let open: readonly Span[] = [ALL_PORTS]
      const admitted: Span[] = []
      for (const rule of rules) {
        if (rule.family !== family || (rule.transport !== 'any' && rule.transport !== transport)) continue
        if (rule.lets) admitted.push(...spansWithin(open, [rule.ports]))
        open = open.flatMap((span) => spansBetween(span, [rule.ports]))
      }
      return admitted
    }),
  )
