import '@remix-run/node';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** The Content-Security-Policy nonce of this response. */
    nonce: string;
    /** Shown on error pages and written to the log. */
    requestId: string;
    /** Where the request comes from, see networkOf. */
    network: string;
    /** True when this request should be refused before it costs anything. */
    overloaded?: boolean;
  }
}
