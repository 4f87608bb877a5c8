import type { Source } from '../../../model/layer.js'
import { asText, numberOf } from '../facts.js'
import { countNamed, type Linked } from '../linked.js'
import type { Opening } from '../openings.js'
import { ALL_PORTS } from '../port-spans.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { isEverywhere } from './everywhere.js'
import { leftByLists, TRANSPORTS } from './network-lists.js'

/** Everything that a security group lets in, by its own rules and by rules that name it. */
export const openingsOf = (group: CloudRecord, linked: Linked): readonly Opening[] => [
  ...group.each('rules').map((rule) => openingOf(rule, group, linked)),
  ...['aws.security-group-rule', 'aws.security-group-ingress'].flatMap((kind) =>
    linked
      .naming(kind, 'group', group)
      .filter((rule) => rule.get('direction').state === 'absent' || rule.get('direction').value === 'ingress')
      .map((rule) => openingOf(rule, rule, linked)),
  ),
]

/** One rule that stands alone or within a group. */
export const openingOf = (rule: CloudRecord, from: CloudRecord, linked: Linked): Opening => {
  const transport = TRANSPORTS[String(asText(rule.get('protocol').value) ?? '-1')] ?? 'none'
  const any = transport === 'any'
  const [first, last] = [numberOf(rule.get('from').value), numberOf(rule.get('to').value)]
  const lists = ['cidrs', 'cidrs6'].map((name) => rule.get(name))
  return {
    from: any || first === undefined || first < 0 ? ALL_PORTS[0] : first,
    to: any || last === undefined || last < 0 ? ALL_PORTS[1] : last,
    transport,
    world: isWorld(lists),
    groups: linked.named(rule.get('sources'), from),
    source: (lists.find(({ state }) => state === 'known') ?? rule.get('from')).source,
  }
}

const isWorld = (lists: readonly Given[]): boolean | undefined => {
  const addresses = lists.flatMap(({ value }) => [value].flat())
  if (addresses.some(isEverywhere)) return true
  return lists.some(({ state }) => state === 'unknown') ? undefined : false
}

/** What groups let in, and whether any of it is open to the internet: `undefined` where they are not all described. */
interface LetIn {
  readonly openings: readonly Opening[]
  readonly world: boolean | undefined
}

/** What the groups of a resource let in. One without groups has the default group, which lets in its own members. */
export const letsIn = (record: CloudRecord, linked: Linked): LetIn => {
  const groups = record.get('securityGroups')
  const found = groupsIn(groups, record, linked)
  const openings = openingsBy(found, record, linked).filter(({ transport }) => transport !== 'none')
  if (openings.some(({ world }) => world === true)) return { openings, world: true }
  const known = groups.state === 'absent' || (found.length > 0 && found.length >= countNamed(groups))
  return { openings, world: known && openings.every(({ world }) => world === false) ? false : undefined }
}

/** What groups let in to a resource that stands behind lists of networks. */
const openingsBy = (
  groups: readonly CloudRecord[],
  record: CloudRecord,
  linked: Linked,
): readonly Opening[] =>
  leftByLists(
    groups.flatMap((group) => openingsOf(group, linked)),
    record,
    linked,
  )

const groupsIn = (groups: Given, record: CloudRecord, linked: Linked): readonly CloudRecord[] =>
  linked.named(groups, record).filter(({ kind }) => kind === 'aws.security-group')

/** Whether groups let the whole internet in on a port: `undefined` where they are not all known. */
export const worldReaches = (
  groups: Given,
  port: number,
  record: CloudRecord,
  linked: Linked,
): { readonly world: boolean | undefined; readonly source: Source } => {
  const found = groupsIn(groups, record, linked)
  const openings = openingsBy(found, record, linked).filter(
    ({ from, to, transport }) => from <= port && port <= to && (transport === 'tcp' || transport === 'any'),
  )
  const open = openings.find(({ world }) => world === true)
  if (open) return { world: true, source: open.source }
  const complete =
    found.length > 0 && found.length >= countNamed(groups) && openings.every(({ world }) => world === false)
  return { world: complete ? false : undefined, source: groups.source }
}
