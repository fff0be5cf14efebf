import fc from 'fast-check';

/** Pieces that have broken receipts, printers or pages somewhere. */
const NASTY = [
  '{command:\\x1b@}', '{code:12345}', '{image:AAAA}', '|', '||', '\\|', '\\x1b', '\\', '`', '"', '^^^', '_', '~', '-', '---', '=', '\\n',
  '\u001b@', '\u001dV\u0000', '\u0010\u0004\u0001', '\u0000', '\r\n', '\u2028', '\u0085', '\u009b31m',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><b>', "' onload='", '&lt;', '&#60;', '</title>', '</style>', '<!--', ']]>',
  '{date}', '{number}', '$&', '$1', '%s', '%0A', '\u202e', '\u200b', '\ufeff', '\ud800', '👩🏽‍🔧', 'ñ', '…', '李', 'ﷺ', 'ǆ', 'e\u0301', 'İ',
];

/** Text that tries hard to be something else than text. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 30 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
