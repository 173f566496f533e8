'use client';

import { useRouter } from 'next/navigation';
import { dialogOnDemand } from '@/components/ui/on-demand';
import { GroupMenu } from '@/features/conversations/components/group-menu';
import { useShell } from '../../shell-context';
import { useAcquaintances } from '../../use-acquaintances';

const AddPeopleDialog = dialogOnDemand(
  () => import('@/features/conversations/components/add-people-dialog').then((module) => module.AddPeopleDialog),
  ({ onClose }) => onClose(),
);

interface Props {
  serverId: string;
  channelId: string;
  name: string;
  userIds: readonly string[];
}

export function GroupHere({ serverId, channelId, name, userIds }: Props) {
  const router = useRouter();
  const shell = useShell();
  return (
    <GroupMenu
      serverId={serverId}
      name={name}
      size={userIds.length}
      addPeople={(close) => <AddPeopleHere serverId={serverId} userIds={userIds} onClose={close} />}
      onIntent={() => {
        AddPeopleDialog.prefetch();
        shell.expect('export');
      }}
      onExport={() => shell.open({ name: 'export', channelId })}
      onLeft={() => router.push('/channels/direct')}
    />
  );
}

function AddPeopleHere({ serverId, userIds, onClose }: Omit<Props, 'name' | 'channelId'> & { onClose(): void }) {
  const people = useAcquaintances(userIds);
  return <AddPeopleDialog serverId={serverId} size={userIds.length} people={people} onClose={onClose} />;
}
