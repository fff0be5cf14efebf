import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { codeOfEntry } from '../../../src-shared/catalogue/sections.ts';
import { CaseKind, Channel } from '../../../src-shared/domain/case.ts';
import { CLOCK_LABELS } from '../../../src-shared/domain/labels.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useAdminStore } from '../admin-store.ts';
import { CHANNEL_CHOICES, KINDS } from '../describe/choices.ts';
import { textOf } from '../describe/section-form.ts';
import { useTypedOutcome } from '../use-draft-outcome.ts';
import type { HelperProps } from './helper-props.ts';
import { fridayAfternoon, receivedFrom, type TriedCase, type TriedClock, tryRule } from './try-rule.ts';

/** Tries the rules as they stand in the form on a case that does not exist: when would it be due, and why. */
export function RuleTester({ shown, catalogue }: HelperProps): ReactElement {
  const draft = useAdminStore((state) => state.draft);
  const outcome = useTypedOutcome(catalogue, draft);
  const { timeZone } = catalogue.city;
  const [received, setReceived] = useState<string | null>(null);
  const [channel, setChannel] = useState<string>(() => Channel.catch('phone').parse(shown.value['channel']));
  const [kind, setKind] = useState<string>(() => CaseKind.catch('serviceRequest').parse(shown.value['kind']));
  const [serviceCode, setServiceCode] = useState(() => (shown.section === 'timeRuleExceptions' ? textOf(shown.value, 'serviceCode') || (catalogue.services[0]?.code ?? '') : ''));
  const now = useNow();
  const shownReceived = received ?? fridayAfternoon(now, timeZone);
  const receivedAt = receivedFrom(shownReceived, timeZone);
  const policyCode = shown.section === 'policies' ? (shown.row?.code ?? codeOfEntry('policies', shown.value)) : textOf(shown.value, 'policyCode');
  const tried: TriedCase | null = receivedAt === null ? null : { receivedAt, channel: Channel.catch('phone').parse(channel), serviceCode: serviceCode === '' ? null : serviceCode, kind: CaseKind.catch('serviceRequest').parse(kind) };
  const services = catalogue.services.filter(({ isActive }) => isActive).toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <Panel title={t`Try it`}>
      <div className="admin-fields">
        <DateTimeField label={t`A case received`} value={shownReceived} onChange={setReceived} />
        <Select label={t`by`} value={channel} onChange={setChannel} choices={CHANNEL_CHOICES} />
        <Select label={t`about`} value={serviceCode} onChange={setServiceCode} choices={[...(shown.section === 'policies' ? [{ value: '', label: t`Anything: this rule by itself` }] : []), ...services.map(({ code, name }) => ({ value: code, label: name }))]} />
        <Select label={t`of the kind`} value={kind} onChange={setKind} choices={KINDS} />
      </div>
      {tried === null && <p className="muted">{t`Choose when it was received.`}</p>}
      {tried !== null && outcome.catalogue === null && <Note>{t`It can be tried as soon as every field above is right.`}</Note>}
      {tried !== null && outcome.catalogue !== null && <TrialResult tried={tried} policyCode={policyCode} catalogue={outcome.catalogue} published={catalogue} />}
    </Panel>
  );
}

interface TrialResultProps {
  readonly tried: TriedCase;
  readonly policyCode: string;
  readonly catalogue: Catalogue;
  readonly published: Catalogue;
}

function TrialResult({ tried, policyCode, catalogue, published }: TrialResultProps): ReactElement {
  const trial = tryRule(catalogue, tried, policyCode);
  const isPublished = published.policies.some(({ code }) => code === policyCode);
  const before = isPublished || tried.serviceCode !== null ? tryRule(published, tried, policyCode) : null;
  return (
    <div className="admin-trial" role="region" aria-label={t`What it comes to`}>
      <p className="muted">{t`Under “${trial.policyName}”`}</p>
      {trial.clocks.length === 0 && <p>{t`Nothing is promised within a time.`}</p>}
      {trial.clocks.map((clock) => (
        <ClockResult key={clock.clock} tried={clock} before={before === null ? null : (before.clocks.find((other) => other.clock === clock.clock) ?? 'none')} />
      ))}
    </div>
  );
}

/** `before`: as published; `none`: nothing is promised there; null: there is no such rule yet. */
function ClockResult({ tried, before }: { readonly tried: TriedClock; readonly before: TriedClock | 'none' | null }): ReactElement {
  const isOther = before !== null && (before === 'none' || before.due !== tried.due);
  return (
    <section aria-label={CLOCK_LABELS[tried.clock]}>
      <h3 className="number">{t`${CLOCK_LABELS[tried.clock]} by ${tried.dueWords}`}</h3>
      {isOther && <p className="admin-was number">{before === 'none' ? t`As published, nothing is promised here.` : t`As published: ${before.dueWords}.`}</p>}
      <ol className="admin-steps">
        {tried.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
