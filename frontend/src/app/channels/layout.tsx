import type { ReactNode } from 'react';
import { SignedInOnly } from './signed-in-only';
import { WindowTitle } from './window-title';

export default function ChannelsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <WindowTitle />
      <SignedInOnly>{children}</SignedInOnly>
    </>
  );
}
