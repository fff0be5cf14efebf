/** The fields of the form that can be jumped to: their names and their letters, in one place so that no two share one. */
export const JUMP_FIELDS = {
  channel: { label: 'Channel', key: 'Alt+C' },
  receivedText: { label: 'Received', key: 'Alt+R' },
  phone: { label: 'Phone', key: 'Alt+P' },
  name: { label: 'Name', key: 'Alt+N' },
  email: { label: 'Email', key: 'Alt+E' },
  serviceText: { label: 'Service', key: 'Alt+S' },
  locationText: { label: 'Location', key: 'Alt+L' },
  unit: { label: 'Unit', key: 'Alt+U' },
  description: { label: 'Description', key: 'Alt+D' },
  onBehalfOf: { label: 'On behalf of', key: 'Alt+B' },
  address: { label: 'Address', key: 'Alt+A' },
  language: { label: 'Language', key: 'Alt+G' },
  preference: { label: 'Contact preference', key: 'Alt+F' },
  isAnonymous: { label: 'Anonymous', key: 'Alt+Y' },
  isContributor: { label: 'Neighborhood contributor', key: 'Alt+Z' },
  complaintAbout: { label: 'The complaint is about', key: 'Alt+0' },
  kind: { label: 'Kind', key: 'Alt+K' },
  nature: { label: 'Nature', key: 'Alt+T' },
  departmentCode: { label: 'Department', key: 'Alt+M' },
  isMajorRepair: { label: 'Construction or major repair', key: 'Alt+J' },
  isAnsweredNow: { label: 'Answered now', key: 'Alt+W' },
  outcome: { label: 'Outcome', key: 'Alt+O' },
  toldText: { label: 'What the citizen was told', key: 'Alt+H' },
} as const;

export type JumpField = keyof typeof JUMP_FIELDS;
export const JUMP_FIELD_NAMES = Object.keys(JUMP_FIELDS) as readonly JumpField[]; // safe: the keys of the table above

/** Jumps to the first question of the service, and to the list of similar cases. */
export const QUESTIONS_KEY = 'Alt+Q';
export const SIMILAR_KEY = 'Alt+I';
/** Sends the caller to the outside agency that answers for it, and issues the number at once. */
export const REFER_KEY = 'Ctrl+R';
/** Opens and closes the guides beside the form; adds the caller to the case a bulletin names. */
export const GUIDES_KEY = 'Alt+V';
export const JOIN_BULLETIN_KEY = 'Alt+X';
