import { createContext, useContext } from 'react';

/** What a page must know of its own response. */
export type ResponseFacts = { nonce: string | undefined; requestId: string | undefined };

export const ResponseContext = createContext<ResponseFacts>({ nonce: undefined, requestId: undefined });

/** The nonce that lets this page's scripts run. */
export function useNonce() {
  return useContext(ResponseContext).nonce;
}

/** The id under which this response is in the log. */
export function useRequestId() {
  return useContext(ResponseContext).requestId;
}
