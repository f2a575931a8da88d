import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { Unreadable } from './found';

const MOST_ENTRIES = 5_000;
/** The largest sizes once unpacked, in bytes: of all that is in it, and of its text alone. */
const MOST_UNPACKED = 100_000_000;
const MOST_TEXT = 30_000_000;
/** Of more tags in its text, the tree of it would fill a worker's heap, slowly. */
const MOST_TAGS = 1_000_000;
/** Office on the web numbers it. */
const TEXT = /^word\/document\d*\.xml$/;
const PROPERTIES = 'docProps/core.xml';

/** What is read of a Word document beside its paragraphs: the markup of its text and of its properties. */
export interface DocxParts {
  readonly text: string;
  readonly properties: string;
}

/** Looks through a .docx file before it is read; throws words for the user when it is none or would unpack to too much. */
export async function openDocx(bytes: Uint8Array): Promise<DocxParts> {
  const zip = await opened(bytes);
  try {
    const entries = await entriesOf(zip);
    const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    const text = entries.find(({ fileName }) => TEXT.test(fileName));
    if (!text) throw new Unreadable(kindOf(entries));
    if (size > MOST_UNPACKED || text.uncompressedSize > MOST_TEXT) throw new Unreadable(TOO_LARGE);
    const properties = entries.find(({ fileName }) => fileName === PROPERTIES);
    let left = MOST_UNPACKED;
    const parts = { text: '', properties: '' };
    for (const entry of entries) {
      const content = await unpacked(zip, entry, entry === text ? MOST_TEXT : left);
      left -= content.length;
      if (entry === text) {
        parts.text = content.toString('utf8');
        if (tagsIn(content) > MOST_TAGS) throw new Unreadable(TOO_LARGE);
      }
      if (entry === properties) parts.properties = content.toString('utf8');
    }
    return parts;
  } finally {
    zip.close();
  }
}

const DAMAGED = 'the file is damaged. Save it again from the program that made it.';
const TOO_LARGE =
  'it would unpack to more than Diptych reads. Take the pictures out, or cut it into parts.';

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) =>
      error ? reject(new Unreadable(DAMAGED)) : resolve(zip),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) reject(new Unreadable(TOO_LARGE));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new Unreadable(DAMAGED)));
    zip.readEntry();
  });
}

function tagsIn(content: Buffer): number {
  let tags = 0;
  for (let at = content.indexOf('<'); at !== -1; at = content.indexOf('<', at + 1)) tags++;
  return tags;
}

/** An entry's content; what its directory says about its size need not be true. */
function unpacked(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new Unreadable(DAMAGED));
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) stream.destroy(new Unreadable(TOO_LARGE));
        else chunks.push(chunk);
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', (cause) =>
        reject(cause instanceof Unreadable ? cause : new Unreadable(DAMAGED)),
      );
    });
  });
}

/** What a ZIP file without a Word document's text is, and what to do about it. */
function kindOf(entries: readonly Entry[]): string {
  const has = (prefix: string) => entries.some(({ fileName }) => fileName.startsWith(prefix));
  if (has('xl/')) return 'it is a spreadsheet. Save the article as .docx or plain text first.';
  if (has('ppt/')) return 'it is a presentation. Save the article as .docx or plain text first.';
  if (has('content.xml')) return 'it is an OpenDocument file. Save it as .docx first.';
  if (has('META-INF/container.xml'))
    return 'it is an e-book. Save the article as plain text first.';
  return 'it is a ZIP archive without a Word document in it. Unpack it first.';
}
