import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { interfaceLanguage } from '../src-shared/language/language.ts';
import { must } from '../src-shared/util/assert.ts';
import { App } from './app/app.tsx';
import { keepFocus } from './app/keymap/keep-focus.ts';
import { lookAtKeyboard } from './app/keymap/keyboard.ts';
import { listenToKeys } from './app/keymap/listen-to-keys.ts';
import { followAppearance } from './app/settings/follow-appearance.ts';
import { connectToDataProcess } from './data/data-client.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';

document.documentElement.lang = interfaceLanguage();
followAppearance();
connectToDataProcess();
listenToKeys();
keepFocus();
void lookAtKeyboard();
createRoot(must(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
