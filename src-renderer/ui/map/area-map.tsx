import { type KeyboardEvent, type MouseEvent, type ReactElement, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { type GroundPoint, pointAt } from '../../../src-shared/places/ground.ts';
import type { MapView } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { Button } from '../button.tsx';
import { MapDrawing } from './map-drawing.tsx';
import { type MapFrame, toGround } from './map-layout.ts';
import './area-map.css';

export interface AreaMapProps {
  /** What stands in the middle, in words. */
  readonly place: string;
  readonly point: GroundPoint;
  readonly view: MapView;
  readonly meters: number;
  readonly onZoom: (meters: number) => void;
  /** Cases that may be the same thing, by id: drawn full. */
  readonly similar: ReadonlySet<string>;
  /** What a case is about, in a word or two. */
  readonly aboutCase: (caseId: string) => string;
  readonly onOpen: (caseId: string) => void;
  /** The point is somewhere else; left out: it cannot be moved here. */
  readonly onMove?: (point: GroundPoint) => void;
}

/** Half the height of the ground shown, in metres. */
export const MAP_STEPS = [60, 100, 160, 260, 420, 700, 1_200] as const;
export const FIRST_METERS = 160;
/** Cases with a number of their own on the map and in the list below it. */
export const MOST_LISTED = 6;
const NUDGE_METERS = 5;
const FAR_NUDGE_METERS = 25;
const NUDGES: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The ground around a case, drawn from the city's own addresses: no network, no pictures from elsewhere. All of it is said in words as well. */
export function AreaMap(props: AreaMapProps): ReactElement {
  const { place, point, view, meters, onZoom, similar, onMove } = props;
  const room = useRef<HTMLDivElement>(null);
  const { width, height, rem } = useSize(room);
  const frame = useMemo((): MapFrame => ({ center: point, meters, width, height }), [point, meters, width, height]);
  const listed = view.cases.slice(0, MOST_LISTED);
  const words = mapWords(view, meters);
  const zoomBy = (step: number): void => onZoom(MAP_STEPS[Math.max(0, Math.min(MAP_STEPS.length - 1, MAP_STEPS.findIndex((one) => one >= meters) + step))] ?? FIRST_METERS);

  function onKeyDown(event: KeyboardEvent): void {
    const nudge = event.ctrlKey ? NUDGES[event.key] : undefined;
    if (nudge !== undefined && onMove) {
      const far = event.shiftKey ? FAR_NUDGE_METERS : NUDGE_METERS;
      onMove(pointAt(point, { east: nudge[0] * far, north: nudge[1] * far }));
    } else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (event.key === '+' || event.key === '=') zoomBy(-1);
    else if (event.key === '-') zoomBy(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function onClick({ clientX, clientY }: MouseEvent): void {
    const box = room.current?.getBoundingClientRect();
    if (box && onMove) onMove(toGround(frame, { x: clientX - box.left, y: clientY - box.top }));
  }
  return (
    <div className="area-map" onKeyDown={onKeyDown} role="presentation">
      <div className="area-map-room" ref={room} tabIndex={0} role="application" aria-label={t`Map: ${place}. ${words}`} {...(onMove === undefined ? {} : { onClick, 'data-moves': '' })}>
        {width > 0 && <MapDrawing frame={frame} view={view} listed={listed} similar={similar} letterPixels={rem * 0.72} />}
      </div>
      <div className="area-map-zoom">
        <Button size="small" keyHint="+" isDisabled={meters <= (MAP_STEPS[0] ?? 0)} onPress={() => zoomBy(-1)}>
          {t`Zoom in`}
        </Button>
        <Button size="small" keyHint="-" isDisabled={meters >= (MAP_STEPS.at(-1) ?? 0)} onPress={() => zoomBy(1)}>
          {t`Zoom out`}
        </Button>
        {onMove !== undefined && <span className="muted">{t`Ctrl+arrows or a click move the point`}</span>}
      </div>
      <p className="area-map-words muted">{words}</p>
      {listed.length > 0 && <CaseList {...props} listed={listed} />}
    </div>
  );
}

function mapWords({ cases }: MapView, meters: number): string {
  const within = Math.round((meters * 1.7) / 10) * 10;
  if (cases.length === 0) return t`No other open case within ${within} m.`;
  return cases.length === 1 ? t`1 open case within ${within} m.` : t`${cases.length} open cases within ${within} m.`;
}

function CaseList({ listed, similar, aboutCase, onOpen }: AreaMapProps & { readonly listed: MapView['cases'] }): ReactElement {
  return (
    <ol className="area-map-cases" aria-label={t`Open cases on the map`}>
      {listed.map((one, at) => {
        const number = formatTrackingNumber(one.trackingNumber);
        return (
          <li key={one.caseId}>
            <span className="area-map-mark" data-similar={similar.has(one.caseId) || undefined} aria-hidden="true">
              {at + 1}
            </span>
            <span className="area-map-case">
              <Button size="small" look="quiet" label={t`Open ${number}`} onPress={() => onOpen(one.caseId)}>
                <span className="number">{number}</span>
              </Button>
              {[aboutCase(one.caseId), t`${one.meters} m`, ...(similar.has(one.caseId) ? [t`may be the same`] : [])].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The room there is, in pixels, and how large a rem is: zoom and density change both. */
function useSize(room: React.RefObject<HTMLDivElement | null>): { readonly width: number; readonly height: number; readonly rem: number } {
  const [size, setSize] = useState({ width: 0, height: 0, rem: 16 });
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight, rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [room]);
  return size;
}
