import { ChannelPage } from './channel-page';

export default async function Page({ params }: { params: Promise<{ serverId: string; channelId: string }> }) {
  const { serverId, channelId } = await params;
  return <ChannelPage key={channelId} serverId={serverId} channelId={channelId} />;
}
