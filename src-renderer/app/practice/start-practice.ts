import { t } from '../../../src-shared/language/language.ts';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { desktop } from '../../data/desktop.ts';
import { showToast } from '../../ui/announce.tsx';

/** Opens practice mode in a window of its own, with the city's catalogue and whoever is signed in here. */
export async function startPractice(): Promise<void> {
  try {
    const handedOver = await data.practice.handOver();
    if (!handedOver.ok) return showToast(handedOver.sentence);
    const reply = await desktop().startPractice();
    showToast(reply.outcome === 'started' ? t`Practice opens in a window of its own. Nothing of it is real.` : reply.message);
  } catch (error) {
    showToast(dataErrorSentence(error));
  }
}
