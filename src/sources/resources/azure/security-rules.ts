import { byKeys } from '../../../model/remembered.js'
import { type Also, numberOf } from '../facts.js'
import { onceFor, oncePerRecord } from '../linked.js'
import { claimOpenings, type Opening, openingsLeft, WITH_PORTS } from '../openings.js'
import { ALL_PORTS, mergedSpans, type Span, spansBetween } from '../port-spans.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'

/** Whatever may come from the internet. */
const ANYBODY: ReadonlySet<string> = new Set(['*', 'internet', 'any'])

const ANY: ReadonlySet<string> = new Set([...ANYBODY, '0.0.0.0/0', '::/0', '0.0.0.0', '/0'])

const TRANSPORTS: Readonly<Record<string, Opening['transport']>> = { tcp: 'tcp', udp: 'udp', '*': 'any' }

/** ICMP and the like have no ports. */
const transportOf = (rule: CloudRecord): Opening['transport'] =>
  TRANSPORTS[String(rule.get('protocol').value ?? '*').toLowerCase()] ?? 'none'

/** An attribute that names one thing or, by its other name, several. */
const given = (rule: CloudRecord, ...names: readonly string[]): readonly Given[] =>
  names.map((name) => rule.get(name)).filter(({ state }) => state !== 'absent')

const textsOf = (all: readonly Given[]): readonly string[] =>
  all.flatMap(({ value }) => [value].flat()).map((one) => String(one ?? '').toLowerCase())

const sourcesOf = (rule: CloudRecord) => given(rule, 'source', 'sources')

const spansOf = (rule: CloudRecord): readonly Span[] =>
  textsOf(given(rule, 'ports', 'portList')).flatMap((range): readonly Span[] => {
    const [from, to] = range.split('-')
    const [first, last] = from === '*' ? ALL_PORTS : [numberOf(from), numberOf(to ?? from)]
    return first === undefined || last === undefined ? [] : [[first, last]]
  })

/** A rule that refuses what comes in, whatever port it comes from. */
interface Denial {
  readonly priority: number | undefined
  readonly transport: Opening['transport']
  readonly ports: readonly Span[]
  readonly sources: readonly string[]
  readonly targets: readonly string[]
}

const isInbound = (rule: CloudRecord, access: string): boolean =>
  rule.get('direction').value === 'Inbound' && rule.get('access').value === access

/** Azure takes no more rules in one group, and nobody writes more ranges of ports: what is longer is not weighed. */
const MOST_RULES = 1000
const MOST_RANGES = 4000

const denialsIn = (rules: readonly CloudRecord[]): readonly Denial[] => {
  if (rules.length > MOST_RULES || rules.flatMap(spansOf).length > MOST_RANGES) return []
  return rules
    .filter(
      (rule) => isInbound(rule, 'Deny') && isForAll(textsOf(given(rule, 'sourcePorts', 'sourcePortList'))),
    )
    .filter((rule) => rule.get('priority').state !== 'absent')
    .map((rule) => ({
      priority: numberOf(rule.get('priority').value),
      transport: transportOf(rule),
      ports: spansOf(rule),
      sources: textsOf(sourcesOf(rule)),
      targets: targetsOf(rule),
    }))
}

/** The machines that a rule is for, by addresses or by groups of them; those that are not known by what names them. */
const targetsOf = (rule: CloudRecord): readonly string[] =>
  given(rule, 'target', 'targets', 'targetGroups').flatMap((one) =>
    one.state === 'unknown' && one.refs.length > 0 ? one.refs : textsOf([one]),
  )

const isForAll = (texts: readonly string[]): boolean => texts.length === 0 || texts.includes('*')

/**
 * What a rule of a network security group lets in, once the rules have had their way that come before it: the one with
 * the least number decides. Where the numbers are not known, nobody is said to get in.
 */
const openingsOf = (rule: CloudRecord, denials: readonly Denial[]): readonly Opening[] => {
  if (!isInbound(rule, 'Allow')) return []
  const sources = sourcesOf(rule)
  const world = textsOf(sources).some((one) => ANY.has(one))
  const unknown = sources.some(({ state }) => state === 'unknown')
  const whole = spansOf(rule).map(
    ([from, to]): Opening => ({
      from,
      to,
      transport: transportOf(rule),
      world: world ? true : unknown ? undefined : false,
      groups: [],
      source: (sources.find(({ state }) => state === 'known') ?? rule.get('access')).source,
    }),
  )
  return leftBy(whole, refusing(denials, rule))
}

const leftBy = (openings: readonly Opening[], denials: readonly Denial[]): readonly Opening[] => {
  if (denials.length === 0) return openings
  const [tcp, udp] = WITH_PORTS.map((one) =>
    mergedSpans(
      denials.flatMap(({ transport, ports }) => (transport === 'any' || transport === one ? ports : [])),
    ),
  )
  return openings.flatMap((opening) =>
    openingsLeft(opening, (transport, span) => spansBetween(span, (transport === 'tcp' ? tcp : udp) ?? [])),
  )
}

/** What refuses all that a rule would let in: it comes before that, and leaves out nobody whom that lets in. */
const refusing = (denials: readonly Denial[], rule: CloudRecord): readonly Denial[] => {
  const its = rule.get('priority')
  if (its.state === 'absent' || denials.length === 0) return []
  const number = numberOf(its.value)
  const world = textsOf(sourcesOf(rule)).filter((one) => ANY.has(one))
  const own = targetsOf(rule)
  return denials.filter(({ priority, sources, targets }) => {
    if (priority !== undefined && number !== undefined && priority >= number) return false
    const isForEverybody =
      sources.some((one) => ANYBODY.has(one)) || world.every((one) => sources.includes(one))
    const isForTargets = own.length > 0 && own.every((one) => one !== '*' && targets.includes(one))
    return isForEverybody && (isForAll(targets) || isForTargets)
  })
}

/** A network security group, with the rules that stand within it and those that name it. */
export const securityGroup: Also = (record, linked) => {
  const denials = denialsOf(record, linked)
  claimOpenings(
    record,
    record.each('rules').flatMap((rule) => openingsOf(rule, denials)),
    linked,
  )
}

const denialsOf = oncePerRecord((group: CloudRecord, linked) =>
  denialsIn([
    ...group.each('rules'),
    ...linked.naming('azure.security-rule', 'group', group).filter((rule) => mayBelongTo(rule, group)),
  ]),
)

/** Groups of one name may be in several resource groups. */
const mayBelongTo = (rule: CloudRecord, group: CloudRecord): boolean => {
  const [one, other] = [rule, group].map((record) => record.get('resourceGroup'))
  return one?.state !== 'known' || other?.state !== 'known' || one.value === other.value
}

/** A rule that stands alone, beside the others of its group. */
export const securityRule: Also = (record, linked) => {
  const groups = linked
    .named(record.get('group'), record)
    .filter((one) => one.kind === 'azure.security-group' && mayBelongTo(record, one))
  const denials =
    groups.length > 0
      ? groups.flatMap((one) => denialsOf(one, linked))
      : (denialsByName(linked).get(nameOf(record)) ?? [])
  claimOpenings(record, openingsOf(record, denials), linked)
}

/** The name of the group of a rule, in its resource group. */
const nameOf = (rule: CloudRecord): string => {
  const [group, place] = [rule.get('group'), rule.get('resourceGroup')]
  return JSON.stringify([group.value, place.state === 'known' ? place.value : place.refs])
}

/** Of groups that are described elsewhere. */
const denialsByName = onceFor((linked): ReadonlyMap<string, readonly Denial[]> => {
  const known = linked.of('azure.security-rule').filter((rule) => rule.get('group').state === 'known')
  return new Map(
    [...byKeys(known, (rule) => [nameOf(rule)])].map(([name, rules]) => [name, denialsIn(rules)]),
  )
})
