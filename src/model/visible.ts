/** Controls, what turns the direction of text around or has no width, odd line ends, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const spelled = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** Text on one line with nothing unseen in it: tabs and line breaks are spaces, the rest is spelled out. */
export const visible = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').replace(UNSEEN, spelled)

/** A line of a file with its columns kept: a tab is one space, and what is unseen is one mark. */
export const visibleLine = (text: string): string => text.replace(/\t/g, ' ').replace(UNSEEN, '\ufffd')

/** What is unseen, as JSON escapes it. */
export const escapedUnseen = (json: string): string =>
  json.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
