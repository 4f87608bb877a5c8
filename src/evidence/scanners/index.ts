import { openscap } from './openscap.js'
import { prowler } from './prowler.js'
import { sarif } from './sarif.js'
import type { Scanner } from './scanner.js'
import { sslscan } from './sslscan.js'
import { sslyze } from './sslyze.js'
import { testssl } from './testssl.js'

/** Every scanner whose results can be read. The first that recognises a result reads it. */
export const SCANNERS: readonly Scanner[] = [testssl, sslscan, sslyze, prowler, sarif, openscap]
