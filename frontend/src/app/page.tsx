import type { Metadata } from 'next';
import { Landing } from './landing';
import { titled } from './titled';

export const metadata: Metadata = { title: titled() };

export default function HomePage() {
  return <Landing />;
}
