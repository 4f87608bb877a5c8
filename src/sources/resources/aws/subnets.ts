import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'

/** Subnets that are named, by themselves or by a group of subnets. */
export const subnetsOf = (record: CloudRecord, linked: Linked): readonly CloudRecord[] => {
  const mounts = record.kind === 'aws.efs' ? linked.naming('aws.efs-mount', 'fileSystem', record) : []
  const named = [record, ...mounts].flatMap((one) => linked.named(one.get('subnets'), one))
  const subnets = named.flatMap((one) =>
    one.kind === 'aws.subnet-group' ? linked.named(one.get('subnets'), one) : [one],
  )
  return [...new Set(subnets.filter(({ kind }) => kind === 'aws.subnet'))]
}
