import { ExportPage } from './export-page';

export default async function Page({ params }: { params: Promise<{ serverId: string }> }) {
  return <ExportPage serverId={(await params).serverId} />;
}
