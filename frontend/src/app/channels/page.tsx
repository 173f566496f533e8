import { NoChannel } from './no-channel';

export default function ChannelsPage() {
  return <NoChannel />;
}
