import { MembersPage } from './members-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <MembersPage serverId={(await params).serverId} />;
}
