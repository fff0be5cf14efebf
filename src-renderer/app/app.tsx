import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { followChanges } from '../data/follow-changes.ts';
import { createQueryClient } from '../data/query-client.ts';
import { Announcements } from '../ui/announce.tsx';
import { Gate } from './gate.tsx';

const queryClient = createQueryClient();
void followChanges(queryClient);

export function App(): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <Gate />
      <Announcements />
    </QueryClientProvider>
  );
}
