// What bytes say as the text of a plan.
import { type FileText, largestFile } from '../workspace/file-source.ts';

/** Without its byte-order mark; binary and other-encoded bytes are `unreadable`. */
export function planText(bytes: Uint8Array): FileText {
  if (bytes.length > largestFile) return { failure: 'too-large' };
  if (bytes.includes(0)) return { failure: 'unreadable' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { failure: 'unreadable' };
  }
}
