import { SecurityPage } from './security-page';

export default function Page() {
  return <SecurityPage />;
}
