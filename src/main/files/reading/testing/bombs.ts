import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  /** The size its directory gives, in bytes, where that is a lie. */
  readonly claimed?: number;
}

/** A ZIP archive; its checksums are left out, as readers do not look at them. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed = content.length } of entries) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimed, 8);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const head = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const local = [Buffer.from('PK\u0003\u0004'), head, sizes, lengths, Buffer.from(name), packed];
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    directory.push(
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      head,
      sizes,
      lengths,
      Buffer.alloc(10),
      at,
      Buffer.from(name),
    );
    files.push(...local);
    offset += Buffer.concat(local).length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, listed, Buffer.from('PK\u0005\u0006'), end]));
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document with so many paragraphs of one letter. */
export function docxOf(paragraphs: number): Uint8Array {
  return docxWith(wordMarkup('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(paragraphs)));
}

/** The part of a Word document that holds its text, made of the markup of its paragraphs. */
export function wordMarkup(paragraphs: string): Buffer {
  return Buffer.from(
    `<w:document xmlns:w="${NAMESPACE}"><w:body>${paragraphs}</w:body></w:document>`,
  );
}

/** A Word document whose text is these bytes, what its directory says of their number, and the name of the part that holds them. */
export function docxWith(
  content: Buffer,
  claimed = content.length,
  name = 'word/document.xml',
): Uint8Array {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${name}"/></Relationships>`;
  return zip([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: '_rels/.rels', content: Buffer.from(relations) },
    { name, content, claimed },
  ]);
}

/** A PDF of one page, the content of which unpacks to so many bytes. */
export function pdfOf(bytes: number): Uint8Array {
  const stream = deflateSync(Buffer.alloc(bytes, ' '));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
          '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n' +
          `4 0 obj<</Filter/FlateDecode/Length ${stream.length}>>stream\n`,
      ),
      stream,
      Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    ]),
  );
}

/** A PDF of so many empty pages. */
export function pdfPages(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n';
  const objects = Array.from({ length: pages }, (_, index) => `${index + 3} 0 obj${page}`);
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n` +
      `${objects.join('')}trailer<</Root 1 0 R>>\n%%EOF`,
  );
}

/** A saved page with so many multiparts in each other. */
export function mhtmlNested(depth: number): Uint8Array {
  const heads = Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/related; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
  );
  return Buffer.from(
    `MIME-Version: 1.0\r\n${heads.join('')}Content-Type: text/html\r\n\r\n<p>x</p>\r\n`,
  );
}

/** Gzip that unpacks to so many times ten megabytes of blanks. */
export function gzipOf(times: number): Uint8Array {
  const member = gzipSync(Buffer.alloc(10_000_000, ' '));
  return Buffer.concat(Array.from({ length: times }, () => member));
}
