import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { must } from '../src-shared/util/assert.ts';
import { App } from './app/app.tsx';
import { listenToKeys } from './app/keymap/listen-to-keys.ts';
import { followAppearance } from './app/settings/follow-appearance.ts';
import { connectToDataProcess } from './data/data-client.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';

followAppearance();
connectToDataProcess();
listenToKeys();
createRoot(must(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
