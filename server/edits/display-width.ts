// How wide a text is on the screen: Chinese characters and emoji take two columns.
import stringWidth from 'string-width';

export function displayWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}
