import { PermissionsPage } from './permissions-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <PermissionsPage serverId={(await params).serverId} />;
}
