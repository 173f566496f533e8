import { redirect } from 'next/navigation';

export default async function SettingsIndex({ params }: { params: Promise<{ serverId: string }> }) {
  redirect(`/channels/${(await params).serverId}/settings/overview`);
}
