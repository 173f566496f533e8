import { AppearancePage } from './appearance-page';

export default function Page() {
  return <AppearancePage />;
}
