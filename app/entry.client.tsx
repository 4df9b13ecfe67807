import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { ResponseContext } from '~/nonce';
import { refusedTitle } from '~/refused-title';

const facts = {
  nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
  requestId: document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content,
};

// React looks for the title that it wrote itself.
document.title = refusedTitle(document.title, false);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ResponseContext.Provider value={facts}>
        <RemixBrowser />
      </ResponseContext.Provider>
    </StrictMode>,
  );
});
