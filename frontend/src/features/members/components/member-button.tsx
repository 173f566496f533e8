'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { dialogOnDemand, onDemand } from '@/components/ui/on-demand';
import { Popover } from '@/components/ui/popover';
import { nameOf, type Member } from '@/contracts/member';
import type { Server } from '@/contracts/server';
import styles from './member-button.module.css';
import type { MemberAction } from './member-dialog';

const MemberCard = onDemand(() => import('./member-card').then((module) => module.MemberCard));
const MemberDialog = dialogOnDemand(
  () => import('./member-dialog').then((module) => module.MemberDialog),
  ({ onClose }) => onClose(),
);

interface Props {
  server: Server;
  member: Member;
  me: Member | undefined;
  /** Ways to talk to somebody. */
  contact?: ((userId: string) => ReactNode) | undefined;
  side?: 'left' | 'right' | 'bottom';
  /** The button that opens the card. */
  children: ReactElement;
}

/** A button with the card of a member, and what one may ask for there. */
export function MemberButton({ server, member, me, contact, side = 'left', children }: Props) {
  const [open, setOpen] = useState(false);
  const [action, setAction] = useState<MemberAction | null>(null);

  return (
    <span className={styles.place} onFocus={MemberCard.prefetch} onPointerEnter={MemberCard.prefetch}>
      <Popover label={nameOf(member)} side={side} open={open} onOpenChange={setOpen} trigger={children}>
        <MemberCard
          server={server}
          member={member}
          me={me}
          contact={contact?.(member.userId)}
          onAct={(next) => {
            setOpen(false);
            setAction(next);
          }}
        />
      </Popover>
      {action && <MemberDialog action={action} server={server} member={member} onClose={() => setAction(null)} />}
    </span>
  );
}
