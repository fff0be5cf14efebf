import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SimilarCase } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { queries } from '../../data/queries.ts';
import { useFormState } from './form-context.tsx';
import { useSettled } from './use-settled.ts';

const SETTLE_MS = 150;
const LEAST_TEXT = 4;

export interface SimilarCases {
  readonly cases: readonly SimilarCase[];
  /** What is typed says enough, and the records have answered. */
  readonly isAnswered: boolean;
}

interface Asked {
  readonly serviceCode: string | null;
  readonly locationText: string;
  readonly description: string;
}

const isEnough = ({ serviceCode, locationText, description }: Asked): boolean => locationText.length >= LEAST_TEXT || (serviceCode !== null && description.length >= LEAST_TEXT);

/** Cases that may be the same thing as what is typed, once a place, or a service and some words, say enough. */
export function useSimilarCases(): SimilarCases {
  const { serviceCode, locationText, point, description } = useFormState(({ ahead }) => ({ serviceCode: ahead.serviceCode, locationText: ahead.locationText, point: ahead.point, description: ahead.description }));
  const asked = useMemo(() => ({ serviceCode, locationText: locationText.trim(), point, description: description.trim() }), [serviceCode, locationText, point, description]);
  const settled = useSettled(asked, SETTLE_MS);
  // A place that was taken back has no cases near it, from that moment on.
  const saysEnough = [asked, settled].every(isEnough);
  const { data } = useQuery({ ...queries.similarCases(settled), enabled: saysEnough });
  return saysEnough && data ? { cases: data, isAnswered: true } : { cases: [], isAnswered: false };
}
