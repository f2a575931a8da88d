import { decodeText } from '../decode';
import { Unreadable } from './found';

/** How much of a page's beginning is looked through for its encoding, in bytes. */
const HEAD_BYTES = 4_096;

/** A page's text: byte-order mark, strict UTF-8, the encoding given or that it names itself, then what its bytes look like. */
export function decodeHtml(bytes: Uint8Array, given?: string): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const named =
    given ??
    /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(
      head,
    )?.[1];
  // Where this could be read letter by letter, it is not in UTF-16, whatever it says.
  const declared = /^utf-?16/i.test(named ?? '') ? 'utf-8' : named;
  const decoded = decodeText(bytes, declared);
  if (!decoded.ok) throw new Unreadable(decoded.problem);
  return decoded.value;
}
