import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { MAP_STYLE } from '../../map/map-style.js'

const asset = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The style sheet of the page, with that of the map. */
export const STYLE = `${asset('page.css')}\n${MAP_STYLE}\n`

/** The script of the page. It knows nothing of the report but what stands in the page. */
export const SCRIPT = asset('page-script.js')

/** Lets the page's own style and script work, by their digests, and nothing else: no network, no other script. */
export const POLICY = `default-src 'none'; style-src ${sha256(STYLE)}; script-src ${sha256(SCRIPT)}; base-uri 'none'; form-action 'none'`
