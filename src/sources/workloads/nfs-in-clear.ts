import { defaultOf } from './claim.js'

/** What NFS does with a share that says nothing of encryption. */
export const NFS_IN_CLEAR = defaultOf('NFS', 'without `sec=krb5p` nothing is encrypted')
