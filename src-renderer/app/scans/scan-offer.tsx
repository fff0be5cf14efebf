import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { t, tFor } from '../../../src-shared/language/language.ts';
import type { KeptFile } from '../../../src-shared/protocol/data-rpc/kept-file.ts';
import type { ScanView } from '../../../src-shared/protocol/data-rpc/scan-contract.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { timeOfDay } from '../../../src-shared/util/moment.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { desktop } from '../../data/desktop.ts';
import { queries } from '../../data/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import type { Action, Scope } from '../keymap/action.ts';
import { chordLabel } from '../keymap/chord.ts';
import { keyOf } from '../keymap/own-keys.ts';
import { useActions } from '../keymap/use-actions.ts';
import { useCatalogue } from '../workplace.tsx';
import './scan-offer.css';

export interface ScanOfferProps {
  readonly scope: Scope;
  readonly actionId: 'newCase.attachScan' | 'case.attachScan';
  /** Where a scan goes; a sentence when it could not. */
  readonly onTake: (file: KeptFile) => Promise<string | null>;
}

/** New files in the folder the scanner writes to: the newest is attached with one key. Nothing while there are none. */
export function ScanOffer({ scope, actionId, onTake }: ScanOfferProps): ReactElement | null {
  const id = useId();
  const { data: view } = useQuery(queries.scans());
  const [problem, setProblem] = useState<string | null>(null);
  const scans = view?.scans ?? [];
  const newest = scans.find(({ state }) => state === 'ready');

  const heading = scans.length === 0 ? t`Scans` : scans.length === 1 ? t`1 new scan` : t`${scans.length} new scans`;
  const newestName = newest?.name ?? null;
  useEffect(() => {
    if (newestName !== null) announce(t`New scan: ${newestName}`);
  }, [newestName]);

  async function take(scan: ScanView): Promise<void> {
    try {
      const kept = await data.scans.keep({ id: scan.id });
      const sentence = kept.ok ? await onTake(kept.file) : kept.sentence;
      setProblem(sentence);
      if (sentence === null) announce(t`${scan.name} attached.`);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  async function open({ id: scanId }: ScanView): Promise<void> {
    try {
      const copy = await data.scans.openCopy({ id: scanId });
      const result = copy.ok ? await desktop().openFileCopy(copy.path) : ({ outcome: 'failed', message: copy.sentence } as const);
      setProblem(result.outcome === 'opened' ? null : result.message);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  const attach: Action = { id: actionId, label: t`Attach the newest scan`, isEnabled: newest !== undefined, run: () => void (newest && take(newest)) };
  useActions(scope, [attach]);
  if (scans.length === 0 && !view?.problem && problem === null) return null;
  return (
    <section className="scan-offer" aria-labelledby={id}>
      <header className="scan-offer-header">
        <h2 id={id}>{heading}</h2>
        {newest !== undefined && <Kbd keys={chordLabel(keyOf(actionId))} />}
      </header>
      {view?.problem && <Note tone="warning">{view.problem}</Note>}
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {scans.length > 0 && (
        <ul aria-label={t`New scans`} className="scan-list">
          {scans.map((scan) => (
            <ScanLine key={scan.id} scan={scan} onTake={() => void take(scan)} onOpen={() => void open(scan)} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ScanLineProps {
  readonly scan: ScanView;
  readonly onTake: () => void;
  readonly onOpen: () => void;
}

function ScanLine({ scan, onTake, onOpen }: ScanLineProps): ReactElement {
  const { city } = useCatalogue();
  const { id, name, at, sizeBytes, state, sentence } = scan;
  return (
    <li className="scan">
      <ScanPicture scan={scan} />
      <div className="scan-words">
        <p className="scan-name">{name}</p>
        <p className="muted">{[timeOfDay(at, city.timeZone), fileSizeWords(sizeBytes), ...pagesWords(scan)].join(' · ')}</p>
        {sentence !== '' && <p className={state === 'refused' ? 'scan-refused' : 'muted'}>{sentence}</p>}
        <div className="scan-buttons">
          {state === 'ready' && (
            <Button size="small" label={t`Attach ${name}`} onPress={onTake}>
              {t`Attach`}
            </Button>
          )}
          {state === 'ready' && (
            <Button size="small" look="quiet" label={t`Open ${name}`} onPress={onOpen}>
              {tFor('verb')`Open`}
            </Button>
          )}
          {state !== 'writing' && (
            <Button size="small" look="quiet" label={t`${name} is for no case`} onPress={() => void data.scans.hide({ id })}>
              {t`For no case`}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** None where the file does not say. */
function pagesWords({ pages }: ScanView): readonly string[] {
  if (pages === null) return [];
  return [pages === 1 ? t`1 page` : t`${pages} pages`];
}

/** A photo upright, as its camera meant it; a word for everything else. */
function ScanPicture({ scan }: { readonly scan: ScanView }): ReactElement {
  const isPicture = scan.mediaType?.startsWith('image/') === true;
  const { data: picture } = useQuery({ ...queries.scanPicture(scan.id), enabled: isPicture });
  if (picture) return <img className="scan-picture" src={`data:${picture.mediaType};base64,${picture.bytesBase64}`} alt="" />;
  return (
    <span className="scan-picture scan-kind" aria-hidden="true">
      {scan.mediaType === 'application/pdf' ? 'PDF' : isPicture ? t`Picture` : t`File`}
    </span>
  );
}
