/** Letters that many citizens wait for, each made from the city's words, ready to be printed in one go: pure. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { checkWriting } from '../../../src-shared/correspondence/check-writing.ts';
import { languageOfTemplate } from '../../../src-shared/correspondence/check-template.ts';
import { composeWriting } from '../../../src-shared/correspondence/compose-writing.ts';
import { type Letter, makeLetter } from '../../../src-shared/correspondence/letter.ts';
import type { LetterPaper } from '../../../src-shared/correspondence/letter-geometry.ts';
import { lettersOwed, type OwedLetter } from '../../../src-shared/correspondence/letters-owed.ts';
import { EVENT_LABELS, type MessageTemplate, templatesFor } from '../../../src-shared/correspondence/message-template.ts';
import { reachProblem } from '../../../src-shared/correspondence/ways-to-reach.ts';
import { workOfWhole } from '../../../src-shared/correspondence/work-of-whole.ts';
import { messageOfWriting, valuesOfWriting, type Writing } from '../../../src-shared/correspondence/writing.ts';
import type { CaseOwingLetters } from '../../../src-shared/protocol/data-rpc/letters-contract.ts';
import type { TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { LetterFor } from '../letter-document.ts';

interface ForCitizen {
  /** Names it among the letters of all cases. */
  readonly key: string;
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
  readonly name: string;
  /** What it is about: `case closed`. */
  readonly about: string;
}

/** A letter that can be printed now. */
export interface LetterJob extends ForCitizen {
  readonly event: OwedLetter['event'];
  readonly writing: Writing;
  readonly letterFor: LetterFor;
  /** Of the envelope; it can be printed all the same. */
  readonly warning: string | null;
}

/** One that needs a person. */
export interface LetterNotReady extends ForCitizen {
  /** Why, and what to do. */
  readonly why: string;
}

export interface LetterJobs {
  /** The cases in the order given; of one citizen what happened before the survey. */
  readonly ready: readonly LetterJob[];
  readonly notReady: readonly LetterNotReady[];
}

export interface LetterSetting {
  readonly catalogue: Catalogue;
  readonly at: UtcMs;
  /** Staff id. */
  readonly signedBy: string;
}

/** What each citizen of these cases waits for, as letters. */
export function letterJobs(owing: readonly CaseOwingLetters[], setting: LetterSetting): LetterJobs {
  const all = owing.flatMap((one) => lettersOwed(one.case, one.whole).map((owed) => jobOf(owed, one, setting)));
  return { ready: all.filter((job) => 'writing' in job), notReady: all.filter((job) => 'why' in job) };
}

function jobOf(owed: OwedLetter, owing: CaseOwingLetters, setting: LetterSetting): LetterJob | LetterNotReady {
  const { recipient, event } = owed;
  const { person, trackingNumber } = recipient;
  const citizen: ForCitizen = {
    key: [owing.case.id, recipient.role, trackingNumber, event].join(' '),
    ...{ caseId: owing.case.id, trackingNumber, name: person.name || t`No name given`, about: EVENT_LABELS[event].toLowerCase() },
  };
  const reach = reachProblem(person, 'letter');
  if (reach !== null) return { ...citizen, why: t`${reach}. Open the case and add it (Edit, E), or tell them another way.` };
  const [template] = templatesFor(setting.catalogue.templates, event, 'letter');
  if (!template) return { ...citizen, why: t`The city has no letter for “${EVENT_LABELS[event]}”. Open the case and write it (W).` };
  return written(citizen, template, { owed, owing, setting });
}

interface Parts {
  readonly owed: OwedLetter;
  readonly owing: CaseOwingLetters;
  readonly setting: LetterSetting;
}

function written(citizen: ForCitizen, template: MessageTemplate, { owed, owing, setting }: Parts): LetterJob | LetterNotReady {
  const { recipient, event, isOfWhole } = owed;
  const { person, trackingNumber } = recipient;
  const { catalogue, at, signedBy } = setting;
  const language = languageOfTemplate(template, person.language) ?? person.language;
  const given = isOfWhole && owing.whole ? workOfWhole(owing.whole) : {};
  const { subject, body, problems } = composeWriting(template, { case: owing.case, catalogue, recipient, language, at, signedBy, given }, '');
  const found = checkWriting(owing.case, { form: 'letter', subject, body });
  const [problem] = [...problems, found.body, found.subject].filter((sentence) => sentence !== null);
  if (problem !== undefined) return { ...citizen, why: t`${problem} Open the case and write it (W).` };
  const writing: Writing = { method: 'letter', templateCode: template.code, templateVersion: template.version, language, trackingNumber, toName: person.name, toAddress: person.address.trim(), subject, body };
  const source = { case: owing.case, catalogue, writing, at, signedBy };
  const [message, values] = [messageOfWriting(source), valuesOfWriting(source)];
  const made = (paper: LetterPaper) => makeLetter(message, values, paper);
  return { ...citizen, event, writing, letterFor: (paper): Letter => made(paper).letter, warning: made('letter').problems[0]?.message ?? null };
}
