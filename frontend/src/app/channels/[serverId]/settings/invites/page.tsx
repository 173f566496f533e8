import { InvitesPage } from './invites-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <InvitesPage serverId={(await params).serverId} />;
}
