import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReceived } from '../../../src/evidence/message/received.js'
import type { HopVerdict } from '../../../src/model/observed-message.js'

/** How many made and changed headers are read; a million in a long run. */
const FUZZ_RUNS = Number(process.env['HIPAACHECK_FUZZ_RUNS'] ?? 1000)
const LONG = 24 * 3600 * 1000

type Row = readonly [
  mta: string,
  header: string,
  verdict: HopVerdict,
  version?: string | undefined,
  cipher?: string,
]

const AES256 = 'TLS_AES_256_GCM_SHA384'
const ECDHE = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'

/** One header for each way in which mail servers write how a message came. */
const SAMPLES: readonly Row[] = [
  [
    'Postfix with the key exchange',
    'from mx1.example.org (mx1.example.org [192.0.2.10]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256) (No client certificate requested) by mail.example.net (Postfix) with ESMTPS id 4S0NGw0PMn for <a@example.net>; Tue, 3 Oct 2023 16:16:08 +0000 (UTC)',
    'tls',
    'TLSv1.3',
    AES256,
  ],
  [
    'Postfix',
    'from mail.example.org (mail.example.org [192.0.2.11]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) (No client certificate requested) by mx.example.net (Postfix) with ESMTPS id F17B71F4C96; Sun, 7 Dec 2025 00:42:39 +0000 (UTC)',
    'tls',
    'TLSv1.2',
    'ECDHE-RSA-AES256-GCM-SHA384',
  ],
  [
    'Postfix, anonymous',
    'from relay.example.org (int-mx06.example.org [198.51.100.54]) (using TLSv1.2 with cipher AECDH-AES256-SHA (256/256 bits)) (No client certificate requested) by mx.example.net (Postfix) with ESMTPS id 5648F3C0;',
    'tls',
    'TLSv1.2',
    'AECDH-AES256-SHA',
  ],
  [
    'Postfix as it comes',
    'from mx1.example.org (mx1.example.org [192.0.2.1]) by mail.example.net (Postfix) with ESMTPS id 3D8DEA50;',
    'tls-version-unknown',
  ],
  [
    'Postfix without TLS',
    'from mx1.example.org (unknown [192.0.2.2]) by mail.example.net (Postfix) with ESMTP id 4S0N;',
    'not-shown',
  ],
  [
    'Exim',
    'from a.example.org ([192.0.2.3]) by b.example.net with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.96) (envelope-from <x@example.org>) id 1uFdwi-000562-Gb',
    'tls',
    'TLSv1.3',
    AES256,
  ],
  [
    'Exim before 4.93',
    'from a.example.org ([192.0.2.3]) by b.example.net with esmtps (TLS1.2:ECDHE_RSA_AES_256_GCM_SHA384:256) (Exim 4.90_1) id 1lxtp9-0008MT-4k',
    'tls',
    'TLSv1.2',
    'ECDHE_RSA_AES_256_GCM_SHA384',
  ],
  [
    'Exim with TLS 1.0',
    'from a.example.org ([192.0.2.4] helo=a) by b.example.net with esmtps (TLS1.0:DHE_RSA_AES_256_CBC_SHA1:32) (Exim 4.71)',
    'tls',
    'TLSv1.0',
    'DHE_RSA_AES_256_CBC_SHA1',
  ],
  [
    'sendmail',
    'from h.example.org (h.example.org [192.0.2.5]) (authenticated bits=0) by s.example.net (8.15.2/8.15.2) with ESMTPSA id 30KApKXZ (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=OK);',
    'tls',
    'TLSv1.3',
    AES256,
  ],
  [
    'Microsoft 365',
    'from CY4PEPF0.namprd05.prod.outlook.com (2001:db8::e8) by CY5PR15.outlook.office365.com (2001:db8::10) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8137.20 via Frontend Transport;',
    'tls',
    'TLSv1.2',
    ECDHE,
  ],
  [
    'Microsoft 365 within',
    'from DM1.prod.example.com ([fe80::1]) by DM1.prod.example.com ([fe80::1%7]) with mapi id 15.20.7202.031;',
    'internal',
  ],
  [
    'Gmail, submission',
    'from host.lan ([203.0.113.7]) by smtp.gmail.com with ESMTPSA id 2adb3069-sm103981e87.45 (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);',
    'tls',
    'TLSv1.3',
    AES256,
  ],
  ['Gmail within', 'by 2002:a05:600c:1e8e:b0:3f1 with SMTP id r3mr22193162wro.295;', 'internal'],
  [
    'Proofpoint',
    'from fr5p281.outbound.protection.outlook.com (mail-x.outbound.protection.outlook.com [192.0.2.26]) by mx0b-00000000.pphosted.com (PPS) with ESMTPS id 4ewm7ht8hj-1 (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT);',
    'tls',
    'TLSv1.3',
    AES256,
  ],
  [
    'Proofpoint within',
    'from pps.filterd (m0000001.ppops.net [127.0.0.1]) by mx0a-00000000.pphosted.com (8.18.1.11/8.18.1.11) with ESMTP id 5BU8k2H0;',
    'internal',
  ],
  [
    'Mimecast, TLS in spite of its keyword',
    'from mx-02.example.org (mx3.example.org [198.51.100.73]) by relay.mimecast.com with ESMTP with STARTTLS (version=TLSv1.2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id us-mta-379-xeMw;',
    'tls',
    'TLSv1.2',
    ECDHE,
  ],
  [
    'Amazon SES, which says nothing of TLS',
    'from mail-x.example.org (mail-x.example.org [192.0.2.9]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id abc for u@example.net;',
    'not-shown',
  ],
  [
    'qmail with TLS',
    'from unknown (HELO mx.example.org) (192.0.2.12) by mail.example.net with (ECDHE-RSA-AES256-GCM-SHA384 encrypted) SMTP; 3 Oct 2023 16:16:08 -0000',
    'tls-version-unknown',
    undefined,
    'ECDHE-RSA-AES256-GCM-SHA384',
  ],
  [
    'Exchange of old',
    'from mail.example.org (192.0.2.13) by ex.example.net (198.51.100.9) with Microsoft SMTP Server (TLS) id 15.0.1497.2;',
    'tls-version-unknown',
  ],
  [
    'Exchange of old without TLS',
    'from mail.example.org (192.0.2.13) by ex.example.net (198.51.100.9) with Microsoft SMTP Server id 14.3.123.3;',
    'not-shown',
  ],
]

/** Others, and forms of the same that mislead. */
const OTHERS: readonly Row[] = [
  [
    'sendmail that names no version',
    'from a (a [192.0.2.1]) by b (8.14.4/8.14.4) with ESMTP id q1 (version=TLSv1/SSLv3 cipher=DHE-RSA-AES256-SHA bits=256 verify=NO)',
    'tls-version-unknown',
    undefined,
    'DHE-RSA-AES256-SHA',
  ],
  [
    'Postfix with TLS 1.0, which has no minor number',
    'from a (a [192.0.2.1]) (using TLSv1 with cipher AES128-SHA (128/128 bits)) by b (Postfix) with ESMTPS id 1',
    'tls',
    'TLSv1.0',
    'AES128-SHA',
  ],
  [
    'Postfix with SSL',
    'from a (a [192.0.2.1]) (using SSLv3 with cipher RC4-SHA (128/128 bits)) by b (Postfix) with ESMTPS id 1',
    'tls',
    'SSLv3',
    'RC4-SHA',
  ],
  [
    'Stalwart without bits',
    'from a (a [192.0.2.1]) (using TLSv1.3 with cipher TLS13_AES_256_GCM_SHA384) by b (Stalwart SMTP) with ESMTPS id 1',
    'tls',
    'TLSv1.3',
    'TLS13_AES_256_GCM_SHA384',
  ],
  [
    'OpenSMTPD',
    'from a (a [192.0.2.1]) by b (OpenSMTPD) with ESMTPS id 1f (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO)',
    'tls',
    'TLSv1.3',
    AES256,
  ],
  [
    'Exim of 2005',
    'from a by b with esmtp (Cipher TLSv1:DES-CBC3-SHA:168) (Exim 3.36)',
    'tls',
    'TLSv1.0',
    'DES-CBC3-SHA',
  ],
  [
    'Exim of GnuTLS',
    'from a by b with esmtps (tls_cipher TLS-1.0:RSA_AES_256_CBC_SHA:32) (Exim 4.3)',
    'tls',
    'TLSv1.0',
    'RSA_AES_256_CBC_SHA',
  ],
  [
    'Courier',
    'from a ([192.0.2.1]) (TLS: TLSv1/SSLv3,168bits,DES-CBC3-SHA) by b with esmtp',
    'tls-version-unknown',
    undefined,
    'DES-CBC3-SHA',
  ],
  [
    'Courier with a version',
    'from a ([192.0.2.1]) (TLS: TLSv1.2, 256bits, ECDHE-RSA-AES256-GCM-SHA384) by b with esmtp',
    'tls',
    'TLSv1.2',
    'ECDHE-RSA-AES256-GCM-SHA384',
  ],
  [
    'Cisco',
    'from a ([192.0.2.1]) by b with ESMTP/TLS/DHE-RSA-AES256-SHA; 1 Jan 2020 00:00:00 +0000',
    'tls-version-unknown',
    undefined,
    'DHE-RSA-AES256-SHA',
  ],
  [
    'Haraka',
    'from a (a [192.0.2.1]) by b (Haraka/2.8.28) with ESMTPS id A1.1 envelope-from <x@a> tls TLS_AES_256_GCM_SHA384',
    'tls-version-unknown',
    undefined,
    AES256,
  ],
  ['Haraka with a version', 'from a ([192.0.2.1]) by b with ESMTPS (TLSv1.2) id 1', 'tls', 'TLSv1.2'],
  [
    'MessageLabs',
    'from a (HELO a) (192.0.2.2) by b with DHE-RSA-AES256-GCM-SHA384 encrypted SMTP; 17 Jul 2017 23:34:45 -0000',
    'tls-version-unknown',
    undefined,
    'DHE-RSA-AES256-GCM-SHA384',
  ],
  [
    'CommuniGate',
    'from [192.0.2.1] (HELO a) by b (CommuniGate Pro SMTP 6.1) with ESMTP-TLS id 1',
    'tls-version-unknown',
  ],
  [
    'Mimecast without details',
    'from a ([192.0.2.1]) by relay.mimecast.com with ESMTP with STARTTLS id us-mta-1',
    'tls-version-unknown',
  ],
  ['MDaemon', 'from a ([192.0.2.1]) by b (MDaemon PRO v10) with ESMTP SSL id 1', 'tls-version-unknown'],
  ['mail in other alphabets', 'from a ([192.0.2.1]) by b with UTF8SMTPS id 1', 'tls-version-unknown'],
  ['delivery over TLS', 'from a ([192.0.2.1]) by b with LMTPSA id 1', 'tls-version-unknown'],
  ['delivery', 'from a ([192.0.2.1]) by b (Cyrus) with LMTPA', 'internal'],
  [
    'web mail',
    'from [192.0.2.69] by web82107.mail.example.com via HTTP; Thu, 03 Dec 2009 10:50:22 PST',
    'internal',
  ],
  ['a local user', '(from www@localhost) by b (8.14.4/8.14.4/Submit) id q1', 'internal'],
  ['a queue of qmail', '(qmail 12345 invoked by uid 89); 3 Oct 2023 16:16:08 -0000', 'internal'],
  ['a queue of Postfix', 'by b (Postfix, from userid 33) id 1', 'internal'],
  ['a bounce', 'from MAILER-DAEMON id e06d1 by b (DragonFly Mail Agent v0.13)', 'internal'],
  [
    'amavis',
    'from mail.example.jp ([127.0.0.1]) by localhost (mx9 [127.0.0.1]) (amavisd-new, port 10024) with ESMTP id A5',
    'internal',
  ],
  ['itself, by IPv6', 'from b (localhost [IPv6:::1]) by b (Postfix) with ESMTP id 1', 'internal'],
  [
    'a host that calls itself this machine, by qmail',
    'from unknown (HELO [127.0.0.1]) (203.0.113.9) by b with SMTP; 3 Oct 2023 16:16:08 -0000',
    'not-shown',
  ],
  [
    'a host that calls itself this machine, by Exim',
    'from [203.0.113.9] (port=1234 helo=[127.0.0.1]) by b with esmtp (Exim 4.96) id 1',
    'not-shown',
  ],
  [
    'a host that calls itself this machine, by who writes EHLO',
    'from localhost (EHLO 127.0.0.1) ([203.0.113.9]) by b with SMTP',
    'not-shown',
  ],
  ['this machine under another name', 'from unknown (HELO x) (127.0.0.1) by b with SMTP', 'internal'],
  ['itself, by name alone', 'from localhost by b with SMTP id 1', 'internal'],
  ['itself over TLS', 'from localhost ([127.0.0.1]) by b with ESMTPS id 1', 'tls-version-unknown'],
  [
    'a stranger who calls himself localhost',
    'from localhost (unknown [192.0.2.91]) by b (Postfix) with ESMTP id 1',
    'not-shown',
  ],
  [
    'a stranger who calls himself 127.0.0.1',
    'from 127.0.0.1 (EHLO x.example.com) (192.0.2.55) by b with SMTP',
    'not-shown',
  ],
  ['nobody by name', 'from (unknown [192.0.2.4]) by b with smtp id 1', 'not-shown'],
  ['no protocol', 'from [203.0.113.1] by b id EE/EE', 'not-shown'],
  ['Microsoft of old', 'from a ([192.0.2.4]) by b with Microsoft SMTPSVC(6.0.3790.4675)', 'not-shown'],
  [
    'TLS only in the name of the sender',
    'from ESMTPS.example.org (unknown [192.0.2.4]) by b with ESMTP id 1',
    'not-shown',
  ],
  ['a date alone', '; Tue, 3 Oct 2023 16:16:08 +0000', 'unparsed'],
  ['nothing', '', 'unparsed'],
  ['half a header', 'from a.example.org', 'unparsed'],
]

describe('a Received header', () => {
  for (const [mta, header, verdict, version, cipher] of SAMPLES) {
    it(`of ${mta}`, () => {
      const hop = readReceived(header)
      expect([hop.verdict, hop.tlsVersion, hop.cipher]).toEqual([verdict, version, cipher])
    })
  }

  it('has twenty samples', () => {
    expect(SAMPLES).toHaveLength(20)
  })

  for (const [mta, header, verdict, version, cipher] of OTHERS) {
    it(`of ${mta}`, () => {
      const hop = readReceived(header)
      expect([hop.verdict, hop.tlsVersion, hop.cipher]).toEqual([verdict, version, cipher])
    })
  }

  it.each([
    [
      'from a.example.org (b.example.org [192.0.2.1]) by C.example.net. (Postfix) with ESMTPS id 1; Tue, 3 Oct 2023 18:16:08 +0200 (CEST)',
      'a.example.org',
      '192.0.2.1',
      'c.example.net.',
      'ESMTPS',
      '2023-10-03T16:16:08.000Z',
    ],
    [
      'from [192.0.2.9] (helo=x) by b with esmtp (Exim 4.96)',
      '192.0.2.9',
      '192.0.2.9',
      'b',
      'esmtp',
      undefined,
    ],
    [
      'from a (IPv6:2001:db8::7) by b (2001:db8::10) with Microsoft SMTP Server (TLS) id 15',
      'a',
      '2001:db8::7',
      'b',
      'Microsoft SMTP Server',
      undefined,
    ],
    [
      'from a by b with SMTP 2024-03-15 10:30:00.123456789 +0000 UTC m=+12345.678901234',
      'a',
      undefined,
      'b',
      'SMTP',
      '2024-03-15T10:30:00.000Z',
    ],
    [
      'from a by b with SMTP 2024-03-15 10:30:00 -0500 UTC',
      'a',
      undefined,
      'b',
      'SMTP',
      '2024-03-15T15:30:00.000Z',
    ],
    ['from a by b with SMTP 2024-03-15', 'a', undefined, 'b', 'SMTP', undefined],
    ['from a by b with IBM ESMTP SMTP Gateway for <x@y>', 'a', undefined, 'b', 'IBM ESMTP', undefined],
    ['from a by b with IBM', 'a', undefined, 'b', 'IBM', undefined],
    ['from a (HELO x) (x@192.0.2.8) by b with SMTP; not a date', 'a', '192.0.2.8', 'b', 'SMTP', undefined],
    [
      'from a (may be (nested [192.0.2.7]))\r\n\tby b\r\n with ESMTP',
      'a',
      '192.0.2.7',
      'b',
      'ESMTP',
      undefined,
    ],
  ])('tells who, by what and when: %s', (header, from, address, by, protocol, time) => {
    const hop = readReceived(header)
    expect([hop.from, hop.address, hop.by, hop.with]).toEqual([from, address, by, protocol])
    expect(hop.time === undefined ? undefined : new Date(hop.time).toISOString()).toBe(time)
  })

  it.each([
    [
      'Postfix keeps all words of a greeting',
      'from x with ESMTPS (unknown [192.0.2.1]) by mx.clinic.example (Postfix) with ESMTP id 1',
    ],
    [
      'a greeting with a whole header in it',
      'from x by mx.evil.example with ESMTPS id 1 (unknown [192.0.2.1]) by mx.clinic.example (Postfix) with ESMTP id 1',
    ],
    [
      'a greeting that claims to be a call within a system',
      'from x with local (unknown [192.0.2.1]) by mx.clinic.example (Postfix) with ESMTP id 1',
    ],
    [
      'a greeting in the words of Postfix, as Exim writes it',
      'from x ([192.0.2.1] helo=(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))) by mx.clinic.example with esmtp (Exim 4.96) id 1',
    ],
    [
      'a greeting in the words of Gmail',
      'from unknown (HELO (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)) (192.0.2.1) by mx.clinic.example with SMTP',
    ],
    [
      'a sender in the words of sendmail',
      'from x ([192.0.2.1]) by mx.clinic.example with esmtp (Exim 4.96) (envelope-from <"a) (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256"@evil.example>) id 1',
    ],
    [
      'a recipient in words of a header',
      'from x ([192.0.2.1]) by mx.clinic.example with ESMTP id 1 for <"a by x with ESMTPS id 1"@clinic.example>',
    ],
    [
      'one who calls himself a queue',
      'from MAILER-DAEMON ([192.0.2.1]) by mx.clinic.example with ESMTP id 1',
    ],
  ])('shows no TLS by what the other side says of itself: %s', (_, header) => {
    const { verdict, by } = readReceived(header)
    expect([verdict, by]).toEqual(['not-shown', 'mx.clinic.example'])
  })

  it.each([
    [
      'with before by',
      'from a.example.org with ESMTPS by b.example.net',
      'tls-version-unknown',
      'b.example.net',
    ],
    ['no by at all', 'from a.example.org with ESMTPS', 'tls-version-unknown', undefined],
    [
      'qmail-scanner, which names its user by “by”',
      'from a@b.example by churchill by uid 64011 with qmail-scanner-1.22 (clamdscan: 0.75)',
      'internal',
      'churchill',
    ],
    [
      'DMA',
      'from MAILER-DAEMON id e0720 by df.example.jp (DragonFly Mail Agent v0.13)',
      'internal',
      'df.example.jp',
    ],
  ])('may be in another order: %s', (_, header, verdict, by) => {
    const hop = readReceived(header)
    expect([hop.verdict, hop.by]).toEqual([verdict, by])
  })

  it('is read in bounded time, whatever stands in it', { timeout: LONG }, () => {
    const words = fc.constantFrom(
      'from ',
      'by ',
      'with ',
      '(',
      ')',
      '[',
      ']',
      ';',
      'ESMTPS',
      '(using TLSv1.2 with cipher ',
      'encrypted',
      ' tls ',
      ':',
      '\r\n ',
      '(version=',
      'id ',
      '127.0.0.1',
      '(TLS: ',
      '((((',
      'A-',
      '\u0000',
    )
    const headers = fc.oneof(
      fc
        .array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 300 })
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom(...SAMPLES, ...OTHERS), fc.nat(), fc.string({ maxLength: 5 }))
        .map(
          ([[, header], at, put]) =>
            header.slice(0, at % (header.length + 1)) + put + header.slice((at % (header.length + 1)) + 2),
        ),
    )
    fc.assert(
      fc.property(headers, (header) => {
        const started = performance.now()
        const { verdict } = readReceived(header)
        expect(['tls', 'tls-version-unknown', 'not-shown', 'internal', 'unparsed']).toContain(verdict)
        expect(performance.now() - started).toBeLessThan(500)
      }),
      { numRuns: FUZZ_RUNS },
    )
  })

  it.each([
    ['spaces', `from ${' '.repeat(1_000_000)}`],
    ['parentheses', '('.repeat(1_000_000)],
    ['keywords', 'with ESMTPS id x '.repeat(60_000)],
    ['letters', `with ${'A'.repeat(1_000_000)} encrypted`],
  ])('of a million %s is cut', (_, header) => {
    const started = performance.now()
    expect(readReceived(header).text.length).toBeLessThanOrEqual(4096)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
