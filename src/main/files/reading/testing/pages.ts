/** Sentences of a made-up article, long enough that an article is found in a page. */
export const SENTENCES = [
  'The city closed the harbour bridge on Monday after engineers found that cracks in it had widened overnight, the mayor said.',
  '“We will not take risks with people’s lives,” Mayor Jane Doe told reporters, who had been waiting since dawn in the rain.',
  'Ferries were doubled from noon, the port said, and schools in the district opened two hours late, according to the council.',
  'The closure will last at least eleven weeks, the council added, and the repairs will cost about 2.4 million, twice the first estimate.',
  'Drivers were sent around the bay, where queues, some of them four kilometres long, had formed by the early afternoon of the same day.',
];

/** The paragraphs as markup. */
export const BODY = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('\n');
export const ARTICLE_TEXT = SENTENCES.join('\n\n');

/** A page with an article amid what news pages have around it. */
export function newsPage({
  head = '',
  before = '',
  after = '',
  within = BODY,
}: {
  readonly head?: string;
  readonly before?: string;
  readonly after?: string;
  readonly within?: string;
}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>
<header class="site"><a href="/">The Ledger</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
${before}<article><h1>Bridge shut after cracks widen</h1>${within}</article>${after}
<footer>© 2026 The Ledger. All rights reserved.</footer></body></html>`;
}

/** A quoted-printable form of bytes, with soft line breaks. */
export function quotedPrintable(bytes: Uint8Array): string {
  const codes = [...bytes].map((byte) =>
    byte === 61 || byte > 126 || (byte < 32 && byte !== 10)
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return codes
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/.{60}(?==|[^=][^=])/g, '$&=\r\n'))
    .join('\r\n');
}

/** A saved page as browsers write it: the page, then a picture. */
export function mhtml(page: string, encoding: string, location: string, charset = 'utf-8'): string {
  return [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${location}`,
    'Subject: Bridge',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary"',
    '',
    '------Boundary',
    `Content-Type: text/html; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
    `Content-Location: ${location}`,
    '',
    page,
    '------Boundary',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: 7bit',
    '',
    '<p>A frame with an advertisement</p>',
    '------Boundary',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------Boundary--',
    '',
  ].join('\r\n');
}
