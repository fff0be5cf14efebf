import { t } from '../../../src-shared/language/language.ts';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { CaseKind, Channel } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS, KIND_LABELS } from '../../../src-shared/domain/labels.ts';
import { CHANNEL_CHOICES, KINDS, orNothing } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';

export const TIME_RULE_EXCEPTIONS_FORM: SectionForm = {
  section: 'timeRuleExceptions',
  title: t`Exceptions to time rules`,
  about: t`A time rule for some cases instead of their service’s own: all complaints, all that commissioners bring. The one that says more wins.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as ANY-COMPLAINT. Stands in the reason of a date.` },
        { kind: 'entry', key: 'serviceCode', label: t`For the service`, from: 'services', nothing: t`Any service` },
        { kind: 'choice', key: 'kind', label: t`of the kind`, choices: orNothing(t`Any kind`, KINDS) },
        { kind: 'choice', key: 'channel', label: t`that comes by`, choices: orNothing(t`Any channel`, CHANNEL_CHOICES) },
        { kind: 'entry', key: 'policyCode', label: t`this time rule counts`, from: 'policies' },
      ],
    },
  ],
  blank: { code: '', serviceCode: null, kind: null, channel: null, policyCode: '' },
  detail: (entry, catalogue) => {
    const kind = CaseKind.safeParse(entry['kind']);
    const channel = Channel.safeParse(entry['channel']);
    const service = textOf(entry, 'serviceCode');
    return [kind.success ? KIND_LABELS[kind.data] : '', service === '' ? '' : serviceName(catalogue, service), channel.success ? t`by ${CHANNEL_LABELS[channel.data].toLowerCase()}` : ''].filter(Boolean).join(', ');
  },
  order: t`Of two that say as much, the earlier one wins.`,
  removal: 'takeOut',
  excluded: {},
};
