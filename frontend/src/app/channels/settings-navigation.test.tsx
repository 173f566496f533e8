import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Server } from '@/contracts/server';
import type { Language } from '@/i18n/languages';
import { render } from '@/i18n/testing';
import { SettingsNavigation } from './settings-navigation';
import { ACCOUNT_PAGES, serverPages } from './settings-pages';

const router = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock('next/navigation', () => ({ usePathname: () => '/channels/settings/account', useRouter: () => router }));

const onOpen = vi.fn();
const show = (pages = ACCOUNT_PAGES, language?: Language) =>
  render(
    <SettingsNavigation label="Settings" back="/channels" name="Settings" pages={pages} onOpen={onOpen} />,
    language,
  );
const names = () => screen.getAllByRole('listitem').map((item) => item.textContent);

describe('the pages of settings', () => {
  beforeEach(() => vi.clearAllMocks());

  it('are found by what is on them', async () => {
    show();
    expect(names()).toEqual(['Account', 'Password and devices', 'Appearance', 'Notifications']);
    const field = screen.getByRole('searchbox', { name: 'Search settings' });
    await userEvent.type(field, ' DENS');
    expect(names()).toEqual(['AppearanceDensity']);
    expect(screen.getByRole('status')).toHaveTextContent('1 page');
    await userEvent.clear(field);
    await userEvent.type(field, 'notif');
    expect(names()).toEqual(['NotificationsDesktop notifications']);
    await userEvent.clear(field);
    expect(names()).toHaveLength(4);
  });

  it('are found in the language that is shown, with and without accents', async () => {
    show(ACCOUNT_PAGES, 'de');
    const field = screen.getByRole('searchbox', { name: 'Einstellungen durchsuchen' });
    await userEvent.type(field, 'uber');
    expect(names()).toEqual(['KontoÜber dich', 'Passwort und GeräteÜberall abmelden']);
  });

  it('are none where nothing is called so, which is said', async () => {
    show();
    await userEvent.type(screen.getByRole('searchbox'), 'zebra{Enter}');
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.getByText('No setting is called that.')).toBeInTheDocument();
    expect(router.push).not.toHaveBeenCalled();
  });

  it('are opened by Enter, the first of those that are found', async () => {
    show();
    await userEvent.type(screen.getByRole('searchbox'), 'language{Enter}');
    expect(router.push).toHaveBeenCalledWith('/channels/settings/appearance');
    expect(onOpen).toHaveBeenCalled();
  });

  it('are those that one may look at', async () => {
    show(serverPages('s', { permissions: ['ban-members'] } as unknown as Server));
    await userEvent.type(screen.getByRole('searchbox'), 'ban');
    expect(names()).toEqual(['RolesBan members', 'MembersBan', 'BansLift ban']);
  });
});
