'use client';

import { useRouter } from 'next/navigation';
import { dialogOnDemand } from '@/components/ui/on-demand';
import { GroupMenu } from '@/features/conversations/components/group-menu';
import { PastDialog } from '@/features/timeline/components/past-dialog-on-demand';
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
  onLookBack(): void;
}

export function GroupHere({ serverId, channelId, name, userIds, onLookBack }: Props) {
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
        PastDialog.prefetch();
        shell.expect('export');
      }}
      onLookBack={onLookBack}
      onExport={() => shell.open({ name: 'export', channelId })}
      onLeft={() => router.push('/channels/direct')}
    />
  );
}

function AddPeopleHere({ serverId, userIds, onClose }: Pick<Props, 'serverId' | 'userIds'> & { onClose(): void }) {
  const found = useAcquaintances(userIds);
  return <AddPeopleDialog serverId={serverId} size={userIds.length} {...found} onClose={onClose} />;
}
