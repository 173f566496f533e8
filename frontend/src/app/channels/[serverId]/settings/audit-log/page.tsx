import { AuditLogPage } from './audit-log-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <AuditLogPage serverId={(await params).serverId} />;
}
