import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './button';

/** Prints the page. Only scripts can, so only they bring it; without them the browser's own menu prints the same sheet. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" small onClick={() => window.print()}>
      {children}
    </Button>
  );
}
