'use client';

import dynamic from 'next/dynamic';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Popover } from '@/components/ui/popover';
import { nameOf, type Member } from '@/contracts/member';
import type { Server } from '@/contracts/server';
import styles from './member-button.module.css';
import { MemberCard } from './member-card';
import type { MemberAction } from './member-dialog';

// Fetched when it is asked for.
const MemberDialog = dynamic(() => import('./member-dialog').then((module) => module.MemberDialog));

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
  const place = useRef<HTMLSpanElement>(null);

  return (
    <span ref={place} className={styles.place}>
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
      {action && (
        <MemberDialog
          action={action}
          server={server}
          member={member}
          onClose={() => {
            setAction(null);
            // The card is gone; the button that opened it is where one was.
            setTimeout(() => place.current?.querySelector('button')?.focus());
          }}
        />
      )}
    </span>
  );
}
