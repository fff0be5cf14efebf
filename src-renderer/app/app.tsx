import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import { interfaceLocale } from '../../src-shared/language/language.ts';
import { desktop } from '../data/desktop.ts';
import { followChanges } from '../data/follow-changes.ts';
import { createQueryClient } from '../data/query-client.ts';
import { Announcements } from '../ui/announce.tsx';
import { Gate } from './gate.tsx';
import { PracticeBanner } from './practice/practice-banner.tsx';

const queryClient = createQueryClient();
void followChanges(queryClient);

export function App(): ReactElement {
  return (
    <I18nProvider locale={interfaceLocale()}>
      <QueryClientProvider client={queryClient}>
        {desktop().isPractice ? (
          <div className="practice-window">
            <PracticeBanner />
            <Gate />
          </div>
        ) : (
          <Gate />
        )}
        <Announcements />
      </QueryClientProvider>
    </I18nProvider>
  );
}
