import type { Translate } from '@/i18n/translate';
import type { ServerInvite } from '../api/fetch-invites';

/** Whether an invite still lets somebody in, and why not. */
export function inviteState({ uses, maxUses, expiresAt }: ServerInvite, now: number): 'open' | 'expired' | 'used-up' {
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return 'expired';
  return maxUses !== null && uses >= maxUses ? 'used-up' : 'open';
}

/** `Not used yet`, `Used once`, `Used 3 of 5 times`. */
export function usesOf({ uses, maxUses }: ServerInvite, t: Translate): string {
  return maxUses === null ? t('invites.used', { uses }) : t('invites.usedOf', { uses, max: maxUses });
}

/** Those that still let somebody in first, each group with the latest first. */
export function inviteOrder(invites: readonly ServerInvite[], now: number): ServerInvite[] {
  const isClosed = (invite: ServerInvite) => Number(inviteState(invite, now) !== 'open');
  return invites.toSorted(
    (one, other) => isClosed(one) - isClosed(other) || Date.parse(other.createdAt) - Date.parse(one.createdAt),
  );
}
