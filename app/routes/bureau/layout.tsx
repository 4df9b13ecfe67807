import { Outlet } from '@remix-run/react';

export default function BureauLayout() {
  return <Outlet />;
}
