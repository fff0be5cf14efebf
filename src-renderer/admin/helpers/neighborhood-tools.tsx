import type { ReactElement } from 'react';
import { goTo } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';

/** To what goes on in the neighborhoods that are described here. */
export function NeighborhoodTools(): ReactElement {
  return (
    <Button size="small" look="quiet" label="Open Community: cases, contributors and town halls" onPress={() => goTo({ screen: 'community' })}>
      Open Community
    </Button>
  );
}
