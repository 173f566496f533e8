import type { Metadata } from 'next';
import { InvitePage } from './invite-page';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  return <InvitePage code={decodeURIComponent((await params).code)} />;
}
