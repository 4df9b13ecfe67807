import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from './link';

/** act: the main button; commit: the one act on a page that notifies others. */
export type ButtonTone = 'plain' | 'act' | 'commit' | 'danger' | 'quiet';

interface Look {
  tone?: ButtonTone;
  small?: boolean;
  wide?: boolean;
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Look & {
    /** Shows that it is at work; the button stays focusable and does nothing more. */
    busy?: boolean;
    children: ReactNode;
  };

export type LinkButtonProps = LinkProps & Look;

/** The class names of a button's look. */
export function buttonClass({ tone = 'plain', small = false, wide = false }: Look): string {
  return ['btn', tone === 'plain' ? '' : tone, small ? 's' : '', wide ? 'wide' : '']
    .filter(Boolean)
    .join(' ');
}

/** A button; submits its form unless told otherwise. */
export function Button({
  tone,
  small,
  wide,
  busy = false,
  type = 'submit',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ tone, small, wide })}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function LinkButton({ tone, small, wide, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ tone, small, wide })} />;
}

export interface BlockedProps extends Look {
  children: ReactNode;
  /** Why it cannot be done now; always said. */
  reason: ReactNode;
}

/** An act that is not open to this person now, with the reason. */
export function BlockedButton({ tone, small, wide, children, reason }: BlockedProps) {
  return (
    <>
      <span className={buttonClass({ tone, small, wide })} role="link" aria-disabled="true">
        {children}
      </span>
      <span className="small soft">{reason}</span>
    </>
  );
}
