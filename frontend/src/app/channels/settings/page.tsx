import { redirect } from 'next/navigation';

export default function AccountSettingsIndex() {
  redirect('/channels/settings/account');
}
