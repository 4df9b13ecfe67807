import { Link as RouterLink } from '@remix-run/react';
import type { AnchorHTMLAttributes } from 'react';
import { useInRouterContext } from 'react-router-dom';

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  /** Let the browser fetch it itself: downloads and other things that are not pages. */
  download?: boolean | string;
};

/** A link. Pages of ours change without a reload once scripts run; everything else is a plain anchor. */
export function Link({ href, children, ...rest }: LinkProps) {
  const routed = useInRouterContext() && /^\/(?!\/|api\/|files\/)/.test(href) && rest.download === undefined;
  if (!routed) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <RouterLink to={href} {...rest}>
      {children}
    </RouterLink>
  );
}
