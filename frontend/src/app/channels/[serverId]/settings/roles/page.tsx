import { RolesPage } from './roles-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <RolesPage serverId={(await params).serverId} />;
}
