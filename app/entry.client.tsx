import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { ResponseContext } from '~/nonce';

const facts = {
  nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
  requestId: document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content,
};

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
