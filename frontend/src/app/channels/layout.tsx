import type { ReactNode } from 'react';
import { SignedInOnly } from './signed-in-only';

export default function ChannelsLayout({ children }: { children: ReactNode }) {
  return <SignedInOnly>{children}</SignedInOnly>;
}
