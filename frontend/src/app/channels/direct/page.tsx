import { DirectPage } from './direct-page';

export default function Page() {
  return <DirectPage />;
}
