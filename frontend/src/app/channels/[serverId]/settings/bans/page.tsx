import { BansPage } from './bans-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <BansPage serverId={(await params).serverId} />;
}
