import type { AssetDraft } from '../draft.js'
import { type Also, type KindTable, numberOf } from '../facts.js'
import type { Linked } from '../linked.js'
import { allowsEverything, grantsIn } from '../policy.js'
import type { CloudRecord } from '../record.js'

/** IAM is one system for all of an account: what any resource says of it is said of one asset. */
const iamOf = (record: CloudRecord, { draft, context }: Linked): AssetDraft => {
  const iam = draft.asset(context.idOf('iam'), record.source)
  if (iam.stated('kind') !== undefined) return iam
  iam.set('kind', 'identity-provider', record.source)
  iam.set('name', 'AWS Identity and Access Management', record.source)
  iam.set('address', context.address('iam'), record.source)
  iam.set('administers', { vendor: ['aws'] }, record.source)
  return iam
}

const passwordPolicy: Also = (record, linked) => {
  const iam = iamOf(record, linked)
  const [length, expiry] = [record.get('minLength'), record.get('maxAge')]
  const least = numberOf(length.value)
  if (length.state === 'known' && least !== undefined)
    iam.set('access.passwords.minLength', least, length.source)
  if (length.state === 'absent')
    iam.assume(
      'access.passwords.minLength',
      6,
      record.source,
      'default of AWS: passwords of 6 characters are taken',
    )
  const longest = numberOf(expiry.value)
  if (expiry.state === 'known' && longest !== undefined && longest > 0)
    iam.set('access.passwords.expiry', `P${longest}D`, expiry.source)
}

const policy: Also = (record, linked) => {
  const given = record.get('policy')
  if (allowsEverything(grantsIn(given)))
    iamOf(record, linked).set('access.leastPrivilege', false, given.source)
}

const attachment: Also = (record, linked) => {
  const [user, arn] = [record.get('user'), record.get('arn')]
  if (user.state !== 'absent') iamOf(record, linked).set('access.roles', false, user.source)
  if (/:policy\/AdministratorAccess$/.test(String(arn.value)))
    iamOf(record, linked).set('access.leastPrivilege', false, arn.source)
}

/** Keys of the root account, named as such or by the resource of a user of that name. */
const accessKey: Also = (record, linked) => {
  const user = record.get('user')
  const names = [user, ...linked.named(user, record).map((one) => one.get('name'))]
  if (!names.some(({ value }) => value === 'root')) return
  iamOf(record, linked)
  linked.draft.top('identity.rootAccount.accessKeys', true, user.source)
}

/** Who may do what. */
export const IDENTITY: KindTable = {
  'aws.password-policy': { also: passwordPolicy },
  'aws.iam-policy': { also: policy },
  'aws.iam-user-policy': {
    also: (record, linked, asset) => {
      policy(record, linked, asset)
      iamOf(record, linked).set('access.roles', false, record.source)
    },
  },
  'aws.iam-attachment': { also: attachment },
  'aws.iam-access-key': { also: accessKey },
  'aws.iam-user': {},
}
