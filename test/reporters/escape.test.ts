import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapedUnseen, visibleLine } from '../../src/model/visible.js'
import {
  csvCell,
  isInRepository,
  jsonText,
  linkWords,
  markdownText,
  oscalToken,
  oscalValue,
  plainText,
  repositoryPath,
  repositoryUri,
  visible,
  workflowCommand,
  xmlText,
} from '../../src/reporters/escape.js'

describe('what a log would obey', () => {
  it.each([
    ['::error::x', '\\u{3a}:error::x'],
    ['a ::add-mask::x', 'a \\u{3a}:add-mask::x'],
    ['  ::ERROR file=a::x', '  \\u{3a}:ERROR file=a::x'],
    ['##[error]x', '#\\u{23}[error]x'],
    ['a##vso[task]', 'a#\\u{23}vso[task]'],
    ['####teamcity[x]', '###\\u{23}teamcity[x]'],
    ['::1', '::1'],
    ['fe80::a:b', 'fe80::a:b'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
    ['std::string', 'std::string'],
    ['## heading', '## heading'],
    ['a\tb\r\n c', 'a b  c'],
  ])('%j is %j', (text, expected) => {
    expect(visible(text)).toBe(expected)
  })

  it('is looked for in texts of megabytes too', () => {
    const long = 'a: b # c '.repeat(1_000_000)
    expect(visible(long)).toBe(long)
    expect(visible(`${long}::error::`)).toBe(`${long}\\u{3a}:error::`)
    expect(escapedUnseen(long)).toBe(long)
    expect(escapedUnseen(`${long}##[x]`)).toBe(`${long}#\\u0023[x]`)
  })

  it('keeps the columns of a line', () => {
    for (const text of ['  ::error::x', 'a ##[error]x', '\u001b[31m', 'a\tb'])
      expect(visibleLine(text).length).toBe(text.length)
    expect(visibleLine('  ::error::x ##[a]')).toBe('  \ufffd:error::x #\ufffd[a]')
  })

  it('is the same for JSON, and the value stays', () => {
    const json = jsonText(['##[error]', '# #', '##x', '\u202e'])
    expect(json).not.toMatch(/##\[|\u202e/)
    expect(json).toContain('"##x"')
    expect(JSON.parse(json)).toEqual(['##[error]', '# #', '##x', '\u202e'])
  })

  it('changes nothing that is harmless, and leaves JSON what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        if (!/::|##/.test(text)) expect(visible(text)).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(escapedUnseen(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('each format', () => {
  it.each([
    ['[a](javascript:x)', '[a] (javascript:x)'],
    ['a[0] (b)', 'a[0] (b)'],
  ])('makes no link of %j', (text, expected) => {
    expect(plainText(text)).toBe(expected)
  })

  it.each([
    ['a](x)[b', 'a)(x)(b'],
    ['a\\', 'a/'],
  ])('ends no link in %j', (text, expected) => {
    expect(linkWords(text)).toBe(expected)
  })

  it.each([
    ['a & b < c > "d" \'e\'', 'a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;'],
    [']]>', ']]&gt;'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
    ['a\u0000b', 'a\\u{0}b'],
  ])('writes %j in XML', (text, expected) => {
    expect(xmlText(text)).toBe(expected)
  })

  it.each([
    ['plain', '"plain"'],
    ['a "b", c', '"a ""b"", c"'],
    ['=1+1', '"\'=1+1"'],
    ['+1', '"\'+1"'],
    ['-1', '"\'-1"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['＝1', '"\'＝1"'],
    ['  =1', '"\'  =1"'],
    ['\t=1', '"\' =1"'],
    ['\r=1', '"\' =1"'],
    ['"=1', '"\'""=1"'],
    ['a;=1', '"a;\'=1"'],
    ['a; =1; -2', '"a;\' =1;\' -2"'],
    ['a-b=c', '"a-b=c"'],
    ['a\nb', '"a b"'],
    [-5, '"-5"'],
    ['', '""'],
  ])('writes %j in CSV', (value, expected) => {
    expect(csvCell(value)).toBe(expected)
  })

  it.each([
    ['www.evil.example', 'www&#46;evil.example'],
    ['a WWW.x', 'a WWW&#46;x'],
    ['awww.x', 'awww.x'],
  ])('makes no link of %j in Markdown', (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })

  it('writes workflow commands', () => {
    expect(workflowCommand('error', {}, ['a'])).toBe('::error::a\n')
    expect(workflowCommand('notice', { title: 'a:b,c%', line: 3, col: undefined }, ['50%', 'b\nc'])).toBe(
      '::notice title=a%3Ab%2Cc%25,line=3::50%25%0Ab c\n',
    )
  })

  it.each([
    ['infra.yaml', true, 'infra.yaml', 'infra.yaml'],
    ['a/b c.yaml', true, 'a/b c.yaml', 'a/b%20c.yaml'],
    ['a..b/...c', true, 'a..b/...c', 'a..b/...c'],
    ['./a//b', true, 'a/b', 'a/b'],
    ['a:b', true, 'a:b', 'a%3Ab'],
    ['/a/b', false, 'a/b', 'a/b'],
    ['\\\\server\\a', false, '\\\\server\\a', '%5C%5Cserver%5Ca'],
    ['C:\\a', false, 'C:\\a', 'C%3A%5Ca'],
    ['c:/a', false, 'c:/a', 'c%3A/a'],
    ['../a', false, 'a', 'a'],
    ['a/../../b', false, 'a/b', 'a/b'],
    ['a/..', false, 'a', 'a'],
    ['<stdin>', false, '<stdin>', '%3Cstdin%3E'],
    ['https://x.example/a?b#c', false, 'x.example/a', 'x.example/a'],
    ['git::ssh://x.example/a.git//b?ref=1', false, 'x.example/a.git/b', 'x.example/a.git/b'],
    ['', true, 'unknown', 'unknown'],
    ['/', false, 'unknown', 'unknown'],
    ['half \ud800', true, 'half \\u{d800}', 'half%20%5Cu%7Bd800%7D'],
  ])('takes %j from the root of the repository', (file, inside, path, uri) => {
    expect(isInRepository(file)).toBe(inside)
    expect(repositoryPath(file)).toBe(path)
    expect(repositoryUri(file)).toBe(uri)
  })

  it('has values and identifiers that OSCAL takes', () => {
    expect(oscalValue('  a\n b ')).toBe('a  b')
    expect(oscalValue(' \t')).toBe('none')
    expect(oscalToken('cfr', '164.312(a)(2)(iv)')).toBe('cfr-164.312.a.2.iv')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oscalToken('x', text)).toMatch(/^[a-z][A-Za-z0-9.-]*$/)
        expect(oscalValue(text)).toMatch(/^\S(.*\S)?$/u)
      }),
    )
  })
})
