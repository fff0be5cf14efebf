import { t } from '../../../src-shared/language/language.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { Service } from '../../../src-shared/catalogue/catalogue.ts';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import { emergencyGuide, guidesOfService } from '../../../src-shared/knowledge/guides-of-service.ts';
import { GuideText } from '../../app/guides/guide-text.tsx';
import { GUIDE_KIND_LABELS } from '../../app/guides/guide-words.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { chordLabel } from '../../app/keymap/chord.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { goTo } from '../../app/routes.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useFormState, useIntakeForm } from '../form/form-context.tsx';
import { useGuidePanel } from './guide-panel-store.ts';
import './guide-panel.css';

/** What to say and know for the service, beside the form. Everything works by keys from any field, which keeps the focus. */
export function GuidePanel(): ReactElement {
  const service = useFormState((state) => state.serviceAhead);
  const { isOpen } = useGuidePanel();
  const guides = useGuidesAtHand(service);
  const pane = useRef<HTMLDivElement>(null);
  const actions = useGuidePanelActions(guides, pane);
  return (
    <section className="intake-section" aria-labelledby="intake-guides">
      <header className="intake-rail-header">
        <h2 id="intake-guides">{service === null ? t`Guides` : t`To say: ${service.name}`}</h2>
        {guides.length > 0 && <ActionButton action={actions.toggle} look="quiet" size="small" />}
      </header>
      {service !== null && !isOpen && service.script.length > 0 && (
        <ul className="intake-script">
          {service.script.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {isOpen && <OpenGuide guides={guides} actions={actions} paneRef={pane} />}
    </section>
  );
}

/** Those of the service, words to say first; before one is chosen, or when it has none, those for every call. Whoever may be in danger comes before all. */
function useGuidesAtHand(service: Service | null): readonly Guide[] {
  const { catalogue } = useIntakeForm();
  const isUrgent = useFormState((state) => state.emergency !== null);
  useEffect(() => useGuidePanel.setState({ at: 0 }), [service?.code, isUrgent]);
  return useMemo(() => {
    const own = service === null ? [] : guidesOfService(catalogue, service.code);
    const fitting = own.length > 0 ? own : catalogue.guides.filter(({ isActive, kind, serviceCodes }) => isActive && serviceCodes.length === 0 && (kind === 'guideline' || kind === 'script'));
    const first = isUrgent ? emergencyGuide(catalogue) : undefined;
    return first === undefined ? fitting : [first, ...fitting.filter((guide) => guide !== first)];
  }, [catalogue, service, isUrgent]);
}

interface PanelActions {
  readonly toggle: Action;
  readonly before: Action;
  readonly next: Action;
}

function useGuidePanelActions(guides: readonly Guide[], pane: React.RefObject<HTMLDivElement | null>): PanelActions {
  const { isOpen, at } = useGuidePanel();
  const show = (next: number): void => {
    useGuidePanel.setState({ at: next });
    pane.current?.scrollTo({ top: 0 });
    announce(guides[next]?.title ?? '');
  };
  const scroll = (direction: 1 | -1) => (): void => pane.current?.scrollBy({ top: direction * pane.current.clientHeight * 0.85 });
  const actions: PanelActions = {
    toggle: {
      id: 'newCase.guides',
      label: isOpen ? t`Close guides` : t`Guides (${guides.length})`,
      isEnabled: guides.length > 0,
      run: () => {
        useGuidePanel.setState({ isOpen: !isOpen });
        announce(isOpen ? t`Guides closed` : t`Guides open: ${guides[Math.min(at, guides.length - 1)]?.title ?? ''}`);
      },
    },
    before: { id: 'newCase.guideBefore', label: t`Guide before`, isEnabled: isOpen && at > 0, run: () => show(at - 1), isKeyOnly: true },
    next: { id: 'newCase.guideNext', label: t`Next guide`, isEnabled: isOpen && at < guides.length - 1, run: () => show(at + 1), isKeyOnly: true },
  };
  useActions({ id: 'newCase.guides', title: t`Guides beside the form` }, [
    ...Object.values(actions),
    { id: 'newCase.guideDown', label: t`Further down in the guide`, isEnabled: isOpen, run: scroll(1), doesRepeat: true, isKeyOnly: true },
    { id: 'newCase.guideUp', label: t`Further up in the guide`, isEnabled: isOpen, run: scroll(-1), doesRepeat: true, isKeyOnly: true },
  ]);
  return actions;
}

interface OpenGuideProps {
  readonly guides: readonly Guide[];
  readonly actions: PanelActions;
  readonly paneRef: React.RefObject<HTMLDivElement | null>;
}

function OpenGuide({ guides, actions, paneRef }: OpenGuideProps): ReactElement | null {
  const { at } = useGuidePanel();
  const { catalogue } = useIntakeForm();
  const guide = guides[Math.min(at, guides.length - 1)];
  if (!guide) return null;
  const open = (guideCode: string): void => goTo({ screen: 'knowledge', guideCode });
  return (
    <div className="intake-guide">
      <div className="intake-guide-head">
        <p className="muted">{[GUIDE_KIND_LABELS[guide.kind], guides.length > 1 ? t`${guides.indexOf(guide) + 1} of ${guides.length}` : ''].filter(Boolean).join(' · ')}</p>
        {guides.length > 1 && (
          <p className="muted">
            <Kbd keys={chordLabel(keyOf('newCase.guideBefore'))} /> <Kbd keys={chordLabel(keyOf('newCase.guideNext'))} />
          </p>
        )}
      </div>
      <h3>{guide.title}</h3>
      <div className="intake-guide-text" ref={paneRef} tabIndex={0} role="region" aria-label={guide.title}>
        <GuideText guide={guide} guides={catalogue.guides} onOpen={open} headingLevel={4} />
      </div>
      <div className="button-row">
        {guides.length > 1 && (
          <>
            <Button size="small" look="quiet" onPress={() => actions.before.run?.()} isDisabled={actions.before.isEnabled === false}>
              {t`Before`}
            </Button>
            <Button size="small" look="quiet" onPress={() => actions.next.run?.()} isDisabled={actions.next.isEnabled === false}>
              {t`Next`}
            </Button>
          </>
        )}
        <Button size="small" look="quiet" onPress={() => open(guide.code)}>
          {t`Open in Knowledge`}
        </Button>
      </div>
    </div>
  );
}
