/** Spanish as staff in the United States speak it. Which word stands for what: the README one folder up. */
import { CATALOGUE_WORDS } from './catalogue-words.ts';
import { LABELS } from './labels.ts';
import { REPORTS } from './reports.ts';
import { PRACTICE } from './practice.ts';
import { RULES } from './rules.ts';
import { RECORDS } from './records.ts';
import { SERVER } from './server.ts';
import { PARTS } from './parts.ts';
import { CASE_STORY } from './case-story.ts';
import { CASE_CLOSING } from './case-closing.ts';
import { CASE_PAPERS } from './case-papers.ts';
import { ADMIN_FORMS } from './admin-forms.ts';
import { ADMIN_TOOLS } from './admin-tools.ts';
import { APP_KEYS } from './app-keys.ts';
import { APP_SCREEN } from './app-screen.ts';
import { INTAKE_SCREEN } from './intake-screen.ts';
import { QUEUE_SCREEN } from './queue-screen.ts';
import { CASE_SCREEN } from './case-screen.ts';
import { OVERDUE_SCREEN } from './overdue-screen.ts';
import { REPORTS_SCREEN } from './reports-screen.ts';
import { KNOWLEDGE_SCREEN } from './knowledge-screen.ts';
import { COMMUNITY_SCREEN } from './community-screen.ts';
import { SYNC_SCREEN } from './sync-screen.ts';
import { ADMIN_SCREEN } from './admin-screen.ts';
import type { WordList } from '../word-list.ts';

export const SPANISH: WordList = Object.fromEntries(
  [
    CATALOGUE_WORDS, LABELS, REPORTS, PRACTICE, RULES, RECORDS, SERVER, PARTS,
    CASE_STORY, CASE_CLOSING, CASE_PAPERS, ADMIN_FORMS, ADMIN_TOOLS, APP_KEYS,
    APP_SCREEN, INTAKE_SCREEN, QUEUE_SCREEN, CASE_SCREEN, OVERDUE_SCREEN, REPORTS_SCREEN, KNOWLEDGE_SCREEN, COMMUNITY_SCREEN, SYNC_SCREEN, ADMIN_SCREEN,
  ]
    .flatMap((list) => Object.entries(list))
    .filter(([, spanish]) => spanish !== ''),
);
