import { decodeText } from '../decode';
import { Unreadable } from './found';

/** How much of a page's beginning is looked through for its encoding, in bytes. */
const HEAD_BYTES = 4_096;

/** A page's text: byte-order mark, strict UTF-8, the encoding given or that it names itself, then what its bytes look like. */
export function decodeHtml(
  bytes: Uint8Array,
  given?: string,
): { readonly text: string; readonly warnings: readonly string[] } {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const declared =
    given ??
    /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(
      head,
    )?.[1];
  const decoded = decodeText(bytes, declared);
  if (!decoded.ok) throw new Unreadable(decoded.problem);
  const lost = decoded.value.includes('\uFFFD');
  return {
    text: decoded.value,
    warnings: lost ? ['Some characters could not be read: they are shown as \uFFFD.'] : [],
  };
}
