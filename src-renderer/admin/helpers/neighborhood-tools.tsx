import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { goTo } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';

/** To what goes on in the neighborhoods that are described here. */
export function NeighborhoodTools(): ReactElement {
  return (
    <Button size="small" look="quiet" label={t`Open Community: cases, contributors and town halls`} onPress={() => goTo({ screen: 'community' })}>
      {t`Open Community`}
    </Button>
  );
}
