import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/highlights.css';
import './styles/forced-colours.css';
import './styles/tags.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followPreferences } from './client/appearance';
import { startSession, tell } from './client/navigation';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

// What main refuses outright is a fault of ours, but the user must know that nothing happened.
window.addEventListener('unhandledrejection', ({ reason }) =>
  tell(`That did not work: ${String(reason)}. Nothing was changed; try again.`),
);

followPreferences();
startSession().catch((error: unknown) =>
  tell(`Diptych could not start: ${String(error)}. Start it again.`),
);
