import { OverviewPage } from './overview-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <OverviewPage serverId={(await params).serverId} />;
}
