import { Outlet, useLocation } from '@remix-run/react';
import { BureauNav } from '~/components/bureau/bureau-nav';

/** The bureau's workspace: its pages at the side. Each page guards itself. */
export default function BureauLayout() {
  return (
    <div className="with-nav">
      <BureauNav pathname={useLocation().pathname} />
      <div>
        <Outlet />
      </div>
    </div>
  );
}
