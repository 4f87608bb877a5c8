/** Controls, what turns the direction of text around or has no width, odd line ends, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const spelled = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** `::error::` where a word may begin a line: the runner of GitHub obeys it, wherever a log shows it. */
const WORKFLOW_COMMAND = /(^|\s):(?=:[a-z-]+(?:::|\s))/gi
/** `##[error]` of older runners, `##vso[…]` of Azure and `##teamcity[…]` are obeyed anywhere in a line. */
const LOG_COMMAND = /##(?=[a-z]*\[)/gi

// What is looked for is the first harm: a pattern of everything harmless would remember each character on its way, and
// end with an overflow in a text of megabytes.

/** In most texts there is none: they are ASCII that one sees, without two colons or two hashes in a row. */
const HARM = /[^ -~]|##|::/

/** Text on one line with nothing unseen in it: tabs and line breaks are spaces, the rest is spelled out. */
export const visible = (text: string): string =>
  !HARM.test(text)
    ? text
    : text
        .replace(/[\t\r\n]+/g, ' ')
        .replace(UNSEEN, spelled)
        .replace(WORKFLOW_COMMAND, '$1\\u{3a}')
        .replace(LOG_COMMAND, '#\\u{23}')

/** A line of a file with its columns kept: a tab is one space, and what is unseen or a command is one mark. */
export const visibleLine = (text: string): string =>
  !HARM.test(text)
    ? text
    : text
        .replace(/\t/g, ' ')
        .replace(UNSEEN, '\ufffd')
        .replace(WORKFLOW_COMMAND, '$1\ufffd')
        .replace(LOG_COMMAND, '#\ufffd')

/** What is unseen, and what the log of a build would obey, as JSON escapes it. */
export const escapedUnseen = (json: string): string =>
  !HARM_IN_JSON.test(json)
    ? json
    : json
        .replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) =>
          [...Array(character.length).keys()]
            .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
            .join(''),
        )
        .replace(LOG_COMMAND, '#\\u0023')

const HARM_IN_JSON = /[^\n -~]|##/
