import { t } from '../../../src-shared/language/language.ts';
import type { ActionId } from '../../app/keymap/default-keys.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';

/** A name, and the key as it is for whoever is signed in. */
function jumpField(id: ActionId, label: string): { readonly label: string; readonly key: string } {
  return {
    label,
    get key() {
      return keyOf(id);
    },
  };
}

/** The fields of the form that can be jumped to; their letters are in the table of keys. */
export const JUMP_FIELDS = {
  channel: jumpField('newCase.go.channel', t`Channel`),
  receivedText: jumpField('newCase.go.receivedText', t`Received`),
  phone: jumpField('newCase.go.phone', t`Phone`),
  name: jumpField('newCase.go.name', t`Name`),
  email: jumpField('newCase.go.email', t`Email`),
  serviceText: jumpField('newCase.go.serviceText', t`Service`),
  locationText: jumpField('newCase.go.locationText', t`Location`),
  unit: jumpField('newCase.go.unit', t`Unit`),
  description: jumpField('newCase.go.description', t`Description`),
  onBehalfOf: jumpField('newCase.go.onBehalfOf', t`On behalf of`),
  address: jumpField('newCase.go.address', t`Address`),
  language: jumpField('newCase.go.language', t`Language`),
  preference: jumpField('newCase.go.preference', t`Contact preference`),
  isAnonymous: jumpField('newCase.go.isAnonymous', t`Anonymous`),
  isContributor: jumpField('newCase.go.isContributor', t`Neighborhood contributor`),
  complaintAbout: jumpField('newCase.go.complaintAbout', t`The complaint is about`),
  kind: jumpField('newCase.go.kind', t`Kind`),
  nature: jumpField('newCase.go.nature', t`Nature`),
  departmentCode: jumpField('newCase.go.departmentCode', t`Department`),
  isMajorRepair: jumpField('newCase.go.isMajorRepair', t`Construction or major repair`),
  isAnsweredNow: jumpField('newCase.go.isAnsweredNow', t`Answered now`),
  formNumber: jumpField('newCase.go.formNumber', t`Form number`),
  outcome: jumpField('newCase.go.outcome', t`Outcome`),
  toldText: jumpField('newCase.go.toldText', t`What the citizen was told`),
} as const;

export type JumpField = keyof typeof JUMP_FIELDS;
export const JUMP_FIELD_NAMES = Object.keys(JUMP_FIELDS) as readonly JumpField[]; // safe: the keys of the table above
