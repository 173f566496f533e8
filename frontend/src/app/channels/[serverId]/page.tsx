import { ServerEntrance } from './server-entrance';

export default async function ServerPage({ params }: { params: Promise<{ serverId: string }> }) {
  return <ServerEntrance serverId={(await params).serverId} />;
}
