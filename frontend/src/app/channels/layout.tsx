import type { ReactNode } from 'react';
import { Cache } from '../cache';
import { SignedInOnly } from './signed-in-only';
import { WindowTitle } from './window-title';

export default function ChannelsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <WindowTitle />
      <Cache>
        <SignedInOnly>{children}</SignedInOnly>
      </Cache>
    </>
  );
}
