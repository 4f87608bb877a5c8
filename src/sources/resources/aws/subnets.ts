import { countNamed, type Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'

/** Subnets that are named, by themselves or by a group of subnets. */
export const subnetsOf = (record: CloudRecord, linked: Linked): readonly CloudRecord[] => {
  const subnets = placesOf(record, linked).flatMap((one) =>
    one.kind === 'aws.subnet-group' ? linked.named(one.get('subnets'), one) : [one],
  )
  return [...new Set(subnets.filter(isSubnet))]
}

/** Whether all subnets are described in which a resource stands. */
export const areSubnetsDescribed = (record: CloudRecord, linked: Linked): boolean =>
  [...namersOf(record, linked), ...placesOf(record, linked).filter((one) => !isSubnet(one))].every((one) => {
    const given = one.get('subnets')
    return linked.named(given, one).length >= countNamed(given)
  })

const isSubnet = ({ kind }: CloudRecord): boolean => kind === 'aws.subnet'

/** What names the subnets of a resource: itself, and where it is shared, its targets in each. */
const namersOf = (record: CloudRecord, linked: Linked): readonly CloudRecord[] => [
  record,
  ...(record.kind === 'aws.efs' ? linked.naming('aws.efs-mount', 'fileSystem', record) : []),
]

const placesOf = (record: CloudRecord, linked: Linked): readonly CloudRecord[] =>
  namersOf(record, linked).flatMap((one) => linked.named(one.get('subnets'), one))
