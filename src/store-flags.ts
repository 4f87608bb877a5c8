import { Flags } from '@oclif/core'
import { DEFAULT_STORE } from './store/open.js'

/** Where reports are kept: of every command that records or reads them. */
export const storeFlags = {
  store: Flags.string({
    helpValue: 'FILE|URL',
    env: 'HIPAACHECK_STORE',
    default: DEFAULT_STORE,
    summary: 'Where reports are kept: a file, or postgres://… for many systems.',
  }),
}

/** Of which system. */
export const systemFlags = {
  system: Flags.string({ helpValue: 'NAME', summary: 'Only reports on the system of this name.' }),
}
