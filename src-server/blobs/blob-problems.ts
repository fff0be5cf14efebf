import { HttpProblem } from '../http/problem.ts';

/** The same answer for a file that does not exist and for one this workstation may not see. */
export function noSuchFile(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'noSuchFile',
    title: 'No case this workstation may see holds this file',
    detail: 'If the case was sealed or given to another department, its files went with it.',
  });
}

export function fileNotThereYet(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'fileNotThereYet',
    title: 'The file has not reached the server yet',
    detail: 'It is still on the workstation that attached it, and comes when that one is online.',
  });
}

export function fileBeingChecked(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'fileBeingChecked',
    title: 'The file is being checked for viruses',
    detail: 'It is handed out when it was found clean. Try again in a few minutes.',
  });
}

/** `why` is a sentence for staff. */
export function fileHeldBack(why: string | null): HttpProblem {
  return new HttpProblem({ status: 403, code: 'fileHeldBack', title: 'The file is not handed out', detail: why ?? 'Ask your IT office.' });
}

export function wrongHash(): HttpProblem {
  return new HttpProblem({
    status: 422,
    code: 'wrongHash',
    title: 'What arrived is not the file that was announced, and was thrown away',
    detail: 'The workstation sends it again from the beginning. If it happens again, check that workstation’s disk and network.',
  });
}

export function outsideFile(): HttpProblem {
  return new HttpProblem({
    status: 416,
    code: 'rangeNotSatisfiable',
    title: 'The file is shorter than the part that was asked for',
    detail: 'Fetch the whole file.',
  });
}
