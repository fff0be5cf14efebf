import { t } from '../../../src-shared/language/language.ts';

/** `fit`: as large as the room; else a factor of the picture's own size. */
export type Zoom = 'fit' | number;

const STEPS: readonly number[] = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

export function zoomedIn(zoom: Zoom): Zoom {
  if (zoom === 'fit') return 1;
  return STEPS.find((step) => step > zoom) ?? zoom;
}

export function zoomedOut(zoom: Zoom): Zoom {
  if (zoom === 'fit') return 0.5;
  return STEPS.findLast((step) => step < zoom) ?? zoom;
}

export function fitted(): Zoom {
  return 'fit';
}

export function zoomWords(zoom: Zoom): string {
  return zoom === 'fit' ? t`Fits the window` : t`${Math.round(zoom * 100)} % of its own size`;
}
