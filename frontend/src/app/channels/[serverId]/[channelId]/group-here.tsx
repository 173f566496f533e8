'use client';

import { useRouter } from 'next/navigation';
import { AddPeopleDialog } from '@/features/conversations/components/add-people-dialog';
import { GroupMenu } from '@/features/conversations/components/group-menu';
import { useAcquaintances } from '../../use-acquaintances';

interface Props {
  serverId: string;
  name: string;
  userIds: readonly string[];
}

export function GroupHere({ serverId, name, userIds }: Props) {
  const router = useRouter();
  return (
    <GroupMenu
      serverId={serverId}
      name={name}
      size={userIds.length}
      addPeople={(close) => <AddPeopleHere serverId={serverId} userIds={userIds} onClose={close} />}
      onLeft={() => router.push('/channels/direct')}
    />
  );
}

function AddPeopleHere({ serverId, userIds, onClose }: Omit<Props, 'name'> & { onClose(): void }) {
  const people = useAcquaintances(userIds);
  return <AddPeopleDialog serverId={serverId} size={userIds.length} people={people} onClose={onClose} />;
}
