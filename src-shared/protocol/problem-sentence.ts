import { inInterfaceWords, t } from '../language/language.ts';
import type { Problem } from './problem.ts';

const REQUEST = 'urn:portreeve:request:';

/**
 * What the server refused and what to do next, for the person at the keyboard. The server says it in English; what it says with a value in it
 * is said anew here, by its code, and what no list knows (a newer server's words) stays as it came.
 */
export function problemSentence({ code, title, detail, instance }: Problem): string {
  switch (code) {
    case 'malformedRequest':
      return t`The server did not understand this workstation. Ask your IT office whether both have the same version of Portreeve.`;
    case 'internalError':
      return t`The server failed on this request. Try again; if it happens again, tell your IT office this number: ${instance?.replace(REQUEST, '') ?? ''}.`;
    default:
      return `${inInterfaceWords(title)}. ${inInterfaceWords(detail)}`;
  }
}
