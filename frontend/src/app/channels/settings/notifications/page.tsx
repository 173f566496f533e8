import { NotificationsPage } from './notifications-page';

export default function Page() {
  return <NotificationsPage />;
}
