/**
 * A text with its control characters as pictures, so that they are seen and not obeyed: those of ASCII, and the two that turn the
 * direction of what follows by force. Line breaks and tabs stay.
 */
export function showControls(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replaceAll("\u007f", "\u2421")
    .replaceAll(/[\u202d\u202e]/g, "\u2426");
}
