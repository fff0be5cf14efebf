import { type ReactElement, useMemo } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { MapCase, MapView } from '../../../src-shared/protocol/data-rpc/place-views.ts';
import { houseNumbers, type MapFrame, scaleMeters, streetLabels, toPixel } from './map-layout.ts';

interface MapDrawingProps {
  readonly frame: MapFrame;
  readonly view: MapView;
  readonly listed: readonly MapCase[];
  readonly similar: ReadonlySet<string>;
  readonly letterPixels: number;
}

/** Streets, houses, landmarks, cases and the point itself. For the eye alone: the words beside it say the same. */
export function MapDrawing({ frame, view, listed, similar, letterPixels }: MapDrawingProps): ReactElement {
  const { width, height } = frame;
  const middle = { x: width / 2, y: height / 2 };
  return (
    <svg className="area-map-svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <Ground frame={frame} view={view} letterPixels={letterPixels} />
      {view.cases.slice(listed.length).map((one) => (
        <circle key={one.caseId} className="area-map-far" r={letterPixels * 0.4} cx={toPixel(frame, one.point).x} cy={toPixel(frame, one.point).y} />
      ))}
      {listed.toReversed().map((one) => {
        const { x, y } = toPixel(frame, one.point);
        return (
          <g key={one.caseId} className="area-map-dot" data-similar={similar.has(one.caseId) || undefined} transform={`translate(${x} ${y})`}>
            <circle r={letterPixels * 0.85} />
            <text fontSize={letterPixels} dy="0.36em" textAnchor="middle">
              {listed.indexOf(one) + 1}
            </text>
          </g>
        );
      })}
      <g className="area-map-here" transform={`translate(${middle.x} ${middle.y})`}>
        <circle r={letterPixels * 1.3} />
        <circle r={letterPixels * 0.42} />
      </g>
      <Scale frame={frame} letterPixels={letterPixels} />
    </svg>
  );
}

function Ground({ frame, view, letterPixels }: Pick<MapDrawingProps, 'frame' | 'view' | 'letterPixels'>): ReactElement {
  const { streets, addresses, landmarks } = view;
  return useMemo(() => {
    const lines = streets.flatMap(({ label, lines: those }) => those.map((line, nth) => ({ key: `${label} ${nth}`, points: line.map((point) => toPixel(frame, point)).map(({ x, y }) => `${x},${y}`).join(' ') })));
    const labels = streetLabels(frame, streets, letterPixels);
    const dots = addresses.map(({ number, point }) => ({ number, ...toPixel(frame, point) }));
    return (
      <>
        {lines.map(({ key, points }) => (
          <polyline key={`edge ${key}`} className="area-map-edge" points={points} strokeWidth={letterPixels * 1.25} />
        ))}
        {lines.map(({ key, points }) => (
          <polyline key={key} className="area-map-street" points={points} strokeWidth={letterPixels * 1.05} />
        ))}
        {dots.map(({ number, x, y }) => (
          <rect key={`${number} ${x} ${y}`} className="area-map-house" x={x - 1.5} y={y - 1.5} width={3} height={3} />
        ))}
        {houseNumbers(frame, addresses, letterPixels * 0.85, labels).map(({ number, x, y }) => (
          <text key={`${number} ${x} ${y}`} className="area-map-number" x={x} y={y - 3} fontSize={letterPixels * 0.85} textAnchor="middle">
            {number}
          </text>
        ))}
        {labels.map(({ text, x, y, angle }) => (
          <text key={text} className="area-map-name" fontSize={letterPixels} textAnchor="middle" dy="0.34em" transform={`translate(${x} ${y}) rotate(${angle})`}>
            {text}
          </text>
        ))}
        {landmarks.map(({ name, point }) => {
          const { x, y } = toPixel(frame, point);
          return (
            <g key={name} className="area-map-landmark" transform={`translate(${x} ${y})`}>
              <path d="M0 -5 L5 4 L-5 4 Z" />
              <text fontSize={letterPixels} y={letterPixels * 1.4} textAnchor="middle">
                {name}
              </text>
            </g>
          );
        })}
      </>
    );
  }, [frame, streets, addresses, landmarks, letterPixels]);
}

function Scale({ frame, letterPixels }: Pick<MapDrawingProps, 'frame' | 'letterPixels'>): ReactElement {
  const meters = scaleMeters(frame);
  const long = (meters * frame.height) / (2 * frame.meters);
  const [x, y] = [8, frame.height - 8];
  return (
    <g className="area-map-scale">
      <path d={`M${x} ${y - 4} V${y} H${x + long} V${y - 4}`} />
      <text x={x + long + 5} y={y} fontSize={letterPixels * 0.9}>
        {t`${meters} m`}
      </text>
    </g>
  );
}
