import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import { queries } from '../../data/queries.ts';

const MOST_SHOWN_BYTES = 200_000;

/** A text or table of values as plain text; a very long one its beginning. */
export function TextView({ attachment }: { readonly attachment: Attachment }): ReactElement {
  const { data: bytes } = useQuery(queries.fileBytes(attachment.sha256));
  const text = bytes ? textOf(bytes.subarray(0, MOST_SHOWN_BYTES)) : '';
  return (
    <div className="file-view" data-zoomed="" tabIndex={0} role="region" aria-label={t`Text ${attachment.name}`}>
      <pre>{bytes && bytes.length > MOST_SHOWN_BYTES ? t`${text}\n…\nThe rest is shown in the system’s viewer.` : text}</pre>
    </div>
  );
}

/** By its mark UTF-16, else UTF-8 where it is that, else the old Western encoding. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes, { stream: true });
  return utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}
