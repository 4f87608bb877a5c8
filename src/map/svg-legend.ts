import type { Protection } from '../engine/report.js'
import { xmlText } from '../reporters/escape.js'
import type { Box } from './routing.js'
import { lookOf, outlineOf, rounded } from './svg-shapes.js'
import { PROTECTION_WORDS } from './words.js'

interface Sign {
  readonly words: string
  readonly width: number
  /** The sign itself, in a room of 44 by 18 pixels. */
  draw(x: number, y: number): string
}

const line = (protection: Protection, ephi: boolean, words: string, width: number): Sign => ({
  words,
  width,
  draw: (x, y) =>
    `<path class="map-edge ${lookOf({ protection, ephi })}" d="M${rounded(x)},${rounded(y + 9)} L${rounded(x + 42)},${rounded(y + 9)}"/>`,
})

const shape = (
  kind: 'asset' | 'vendor' | 'party',
  reach: 'declared' | 'inferred' | 'assumed' | 'none',
  words: string,
  width: number,
): Sign => ({
  words,
  width,
  draw: (x, y) => outlineOf({ kind, reach }, { x: x + 2, y: y + 1, width: 38, height: 16 }),
})

const SIGNS: readonly Sign[] = [
  shape('asset', 'none', 'asset', 100),
  shape('vendor', 'none', 'vendor', 108),
  shape('party', 'none', 'party', 104),
  shape('asset', 'declared', 'holds ePHI', 132),
  shape('asset', 'inferred', 'ePHI, inferred', 146),
  shape('asset', 'assumed', 'ePHI, assumed', 152),
  line('encrypted', true, PROTECTION_WORDS.encrypted, 132),
  line('partly', true, PROTECTION_WORDS.partly, 160),
  line('not-encrypted', true, PROTECTION_WORDS['not-encrypted'], 112),
  line('unproven', true, PROTECTION_WORDS.unproven, 132),
  line('encrypted', false, 'carries no ePHI', 160),
]

const ROW = 26

/** What the signs mean, below the picture, in as many rows as its width asks for. */
export const legendOf = (picture: Box): { readonly text: string; readonly height: number } => {
  const left = picture.x + 16
  const top = picture.y + picture.height + 4
  let [x, y] = [left, top]
  const parts = SIGNS.map((sign) => {
    if (x > left && x + sign.width > picture.x + picture.width - 8) [x, y] = [left, y + ROW]
    const drawn = `${sign.draw(x, y)}<text class="map-detail" x="${rounded(x + 50)}" y="${rounded(y + 13)}">${xmlText(sign.words)}</text>`
    x += sign.width
    return drawn
  })
  return { text: `<g>${parts.join('')}</g>`, height: y + ROW - top + 10 }
}
