import { type Also, numberOf } from '../facts.js'
import { onceFor, oncePerRecord } from '../linked.js'
import { claimOpenings, type Opening, openingsLeft } from '../openings.js'
import { ALL_PORTS, type Span, spansWithout } from '../port-spans.js'
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

/** Azure takes no more rules in one group. */
const MOST_RULES = 1000

const denialsIn = (rules: readonly CloudRecord[]): readonly Denial[] =>
  rules
    .filter(
      (rule) => isInbound(rule, 'Deny') && isForAll(textsOf(given(rule, 'sourcePorts', 'sourcePortList'))),
    )
    .filter((rule) => rule.get('priority').state !== 'absent')
    .slice(0, MOST_RULES)
    .map((rule) => ({
      priority: numberOf(rule.get('priority').value),
      transport: transportOf(rule),
      ports: spansOf(rule),
      sources: textsOf(sourcesOf(rule)),
      targets: targetsOf(rule),
    }))

const targetsOf = (rule: CloudRecord) => textsOf(given(rule, 'target', 'targets'))

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
  return denials.filter((denial) => refuses(denial, rule)).reduce(leftBy, whole)
}

const leftBy = (openings: readonly Opening[], { transport: refused, ports }: Denial): readonly Opening[] =>
  refused === 'none'
    ? openings
    : openings.flatMap((opening) =>
        openingsLeft(opening, (transport, span) =>
          refused === 'any' || refused === transport
            ? ports.reduce<readonly Span[]>(spansWithout, [span])
            : [span],
        ),
      )

/** Whether a rule refuses what another would let in: it comes before it, and leaves out nobody whom that lets in. */
const refuses = ({ priority, sources, targets }: Denial, rule: CloudRecord): boolean => {
  const its = rule.get('priority')
  const number = numberOf(its.value)
  if (its.state === 'absent' || (priority !== undefined && number !== undefined && priority > number))
    return false
  const isForEverybody =
    sources.some((one) => ANYBODY.has(one)) ||
    textsOf(sourcesOf(rule)).every((one) => !ANY.has(one) || sources.includes(one))
  const own = targetsOf(rule)
  const isForTargets = own.length > 0 && own.every((one) => one !== '*' && targets.includes(one))
  return isForEverybody && (isForAll(targets) || isForTargets)
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
  denialsIn([...group.each('rules'), ...linked.naming('azure.security-rule', 'group', group)]),
)

/** A rule that stands alone, beside the others of its group. */
export const securityRule: Also = (record, linked) => {
  const group = record.get('group')
  const groups = linked.named(group, record).filter(({ kind }) => kind === 'azure.security-group')
  const denials =
    groups.length > 0
      ? groups.flatMap((one) => denialsOf(one, linked))
      : (denialsByName(linked).get(group.value) ?? [])
  claimOpenings(record, openingsOf(record, denials), linked)
}

/** Of groups that are described elsewhere. */
const denialsByName = onceFor((linked): ReadonlyMap<unknown, readonly Denial[]> => {
  const byName = new Map<unknown, CloudRecord[]>()
  for (const rule of linked.of('azure.security-rule')) {
    const group = rule.get('group')
    if (group.state !== 'known') continue
    const rules = byName.get(group.value) ?? []
    rules.push(rule)
    byName.set(group.value, rules)
  }
  return new Map([...byName].map(([name, rules]) => [name, denialsIn(rules)]))
})
