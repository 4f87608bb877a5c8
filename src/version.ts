import { readFileSync } from 'node:fs'
import { packageFile } from './package-files.js'

const { version, description } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  version: string
  description: string
}

/** The version of this package. */
export const VERSION: string = version

/** What this package does, in one sentence. */
export const PURPOSE: string = description
