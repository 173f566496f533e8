import { Hash, Lock } from 'lucide-react';

/** A private channel is told by its shape, and by a word to those who do not see it. */
export function ChannelIcon({ isPrivate, size = 18 }: { isPrivate: boolean; size?: number }) {
  return isPrivate ? <Lock size={size} aria-label="Private channel" role="img" /> : <Hash size={size} aria-hidden />;
}
