import { t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import { Button } from '../../ui/button.tsx';
import { MOST_PIXELS } from './make-thumbnail.ts';
import { useFileUrl } from './use-file-url.ts';
import { fitted, type Zoom, zoomedIn, zoomedOut, zoomWords } from './zoom.ts';

/** A picture as large as the room, or larger: + and − zoom, 0 fits it, the arrows move it. */
export function PictureView({ attachment }: { readonly attachment: Attachment }): ReactElement {
  const url = useFileUrl(attachment, true);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [natural, setNatural] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  // The keys act at once, without a way to find first.
  useEffect(() => room.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') setZoom(zoomedIn);
    else if (event.key === '-') setZoom(zoomedOut);
    else if (event.key === '0') setZoom(fitted);
    else return;
    event.preventDefault();
  };
  const isTooLarge = natural !== null && natural.width * natural.height > MOST_PIXELS;
  if (isUnreadable || isTooLarge) {
    return (
      <div className="file-view">
        <p className="file-message">{isTooLarge ? t`This picture is too large to be shown here. Open it in the system’s viewer.` : t`This picture is damaged and cannot be shown. Try the system’s viewer, or ask for another copy.`}</p>
      </div>
    );
  }
  return (
    <div className="file-picture" onKeyDown={onKeyDown} role="presentation">
      <div className="file-zoom" role="group" aria-label={t`Zoom`}>
        <Button size="small" keyHint="-" onPress={() => setZoom(zoomedOut)}>{t`Zoom out`}</Button>
        <Button size="small" keyHint="+" onPress={() => setZoom(zoomedIn)}>{t`Zoom in`}</Button>
        <Button size="small" keyHint="0" onPress={() => setZoom(fitted)}>{t`Fit`}</Button>
        <span role="status" className="muted">{zoomWords(zoom)}</span>
      </div>
      <div className="file-view" ref={room} tabIndex={0} role="region" aria-label={t`Picture ${attachment.name}`} {...(zoom === 'fit' ? {} : { 'data-zoomed': '' })}>
        {url !== null && (
          <img
            src={url}
            alt={attachment.name}
            {...(zoom === 'fit' ? { 'data-fit': '' } : { width: Math.round((natural?.width ?? 0) * zoom) })}
            onLoad={({ currentTarget }) => setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
            onError={() => setUnreadable(true)}
          />
        )}
      </div>
    </div>
  );
}
