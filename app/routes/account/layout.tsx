import { Outlet } from '@remix-run/react';

export default function AccountLayout() {
  return <Outlet />;
}
